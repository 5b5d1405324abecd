/** `/dev`: the people of the demo, one of every role, and a button each that signs in as them. Exists on one machine only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findAccount, signInWithOidc } from '@hanoi/core/identity/service';
import type { StoredPerson } from '@hanoi/core/person/repo';
import { sessionCookie, sessionLifetime } from '@hanoi/core/session/schema';
import { second } from '@hanoi/core/shared/time';
import { systemContext } from '@hanoi/functions/system-context';
import { readBody } from '../gateway/body.ts';
import { escapeHtml, localPage, sendPage } from '../local-page.ts';
import { demoIdentity, offeredPeople } from '../seed/demo-people.ts';
import { describeRole } from './role.ts';

export const peoplePath = '/dev';
const mostFormBytes = 1024;

export type PeoplePageOptions = {
  /** The site's address: forms of other sites are refused. */
  origin: string;
  /** Resolves when the site is complete. */
  opened: Promise<void>;
};

type Offered = { number: number; person: StoredPerson };

/** The handler of `/dev`: the list, and the form that signs in as one of it. */
export function createPeoplePage({ origin, opened }: PeoplePageOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if ((request.url ?? '').split('?')[0] !== peoplePath) return sendPage(response, 404, missing);
    await opened;
    const offered = await findOffered();
    if (request.method !== 'POST') return sendPage(response, 200, listPage(offered));
    // Else any page this browser has open could put the person at it into another account.
    if (request.headers.origin !== origin) return sendPage(response, 403, foreign);
    const form = new URLSearchParams((await readBody(request, mostFormBytes)).toString());
    const chosen = offered.find(({ number }) => String(number) === form.get('person'));
    if (!chosen) return sendPage(response, 422, listPage(offered, 'Hãy chọn một người trong danh sách.'));
    await signInAs(chosen, origin, response);
  };
}

async function findOffered(): Promise<Offered[]> {
  const ctx = systemContext('dev-people');
  const people = await Promise.all(offeredPeople.map((number) => findAccount(ctx, demoIdentity(number))));
  return people.flatMap((person, place) => (person ? [{ number: offeredPeople[place]!, person }] : []));
}

/** Opens a session as the answer of an identity provider does, with the same cookie. */
async function signInAs({ number, person }: Offered, origin: string, response: ServerResponse): Promise<void> {
  const { name: known, assurance } = person;
  const { token } = await signInWithOidc(systemContext('dev-people'), {
    ...demoIdentity(number),
    name: known,
    assurance,
  });
  const { name, attributes } = sessionCookie(origin.startsWith('https:'));
  const secure = attributes.secure ? '; Secure' : '';
  const cookie = `${name}=${token}; Path=/; Max-Age=${sessionLifetime / second}; HttpOnly; SameSite=Lax${secure}`;
  response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end();
}

function listPage(offered: readonly Offered[], error?: string): string {
  const rows = offered.map(({ number, person }) => {
    const { vi, en } = describeRole(person);
    const name = escapeHtml(person.name);
    return `<li><form method="post"><button type="submit" name="person" value="${number}">${name}</button></form>
<p>${escapeHtml(vi)}<br><small lang="en">${escapeHtml(en)}</small></p></li>`;
  });
  const note = `<p>Bấm vào tên để đăng nhập là người ấy. Trang này chỉ có trên máy của bạn.<br>
<small lang="en">Press a name to sign in as that person. This page exists on your machine only.</small></p>`;
  const none = `<p>Chưa nạp dữ liệu mẫu, nên không có ai để vào vai.<br>
<small lang="en">The demo is not loaded, so there is nobody to sign in as.</small></p>`;
  const message = error ? `<p class="error" role="alert">${escapeHtml(error)}</p>` : '';
  const list = rows.length > 0 ? `${note}<ul class="people">${rows.join('\n')}</ul>` : none;
  const others =
    '<p><a href="/dev/mail">Hộp thư / <span lang="en">Mailbox</span></a> · <a href="/">Trang chủ / <span lang="en">Home</span></a></p>';
  return localPage('Vào vai người trong dữ liệu mẫu', `${message}${list}${others}`);
}

const missing = localPage('Không có trang này', `<p><a href="${peoplePath}">Những người trong dữ liệu mẫu</a></p>`);
const foreign = localPage(
  'Không đăng nhập được',
  `<p>Yêu cầu không đến từ trang này. Hãy mở <a href="${peoplePath}">danh sách</a> rồi bấm lại.</p>`,
);
