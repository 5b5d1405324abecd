/** What journeys know of the site: addresses, and the mailbox that holds the sign-in codes. */
import type { APIRequestContext } from '@playwright/test';
import { expect, type Page } from '@playwright/test';

export function localPath(language: 'vi' | 'en', path: string): string {
  if (language === 'vi')
    return path
      .replace(/^\/search(?=$|\?)/, '/tim-kiem')
      .replace(/^\/code-of-conduct$/, '/quy-tac-ung-xu')
      .replace(/^\/transparency(?=$|\?)/, '/minh-bach-kiem-duyet');
  return path === '/' ? '/en' : `/en${path}`;
}

type Listed = { id: string; challengeId: string };

/** A challenge with solutions and comments, one of its solutions, and an organisation. */
export async function findSubjects(
  request: APIRequestContext,
): Promise<{ challenge: string; solution: string; organisation: string }> {
  const first = async (path: string) =>
    ((await (await request.get(`/api/v1${path}`)).json()) as { items: Listed[] }).items[0]!;
  const [solution, organisation] = await Promise.all([
    first('/solutions?sort=top&limit=1'),
    first('/search?kind=organisation&limit=1'),
  ]);
  return { challenge: solution.challengeId, solution: solution.id, organisation: organisation.id };
}

/** An address nobody has used. */
export function newEmail(name: string): string {
  return `${name}-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.vn`;
}

/** The newest code sent to `email`. */
export async function codeFor(page: Pick<Page, 'request'>, email: string): Promise<string> {
  let code = '';
  await expect(async () => {
    const answer = await page.request.get(`/dev/mail?to=${encodeURIComponent(email)}`, {
      headers: { accept: 'application/json' },
    });
    const [mail] = (await answer.json()) as { subject: string }[];
    code = /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '';
    expect(code).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 10_000 });
  return code;
}

/** Opens a session for `email`, as a device of its own does, with a name to publish under; its token. */
export async function openSession(
  page: Pick<Page, 'request'>,
  request: APIRequestContext,
  email: string,
): Promise<string> {
  await request.post('/api/v1/auth/codes', { data: { email } });
  const code = await codeFor(page, email);
  const { token } = await (await request.post('/api/v1/auth/sessions', { data: { email, code } })).json();
  await request.patch('/api/v1/me', { data: { name: 'Người Thử' }, headers: { authorization: `Bearer ${token}` } });
  return token;
}

/** The session of the first person of the demo whose line says `role`. */
export async function sessionOf(request: APIRequestContext, baseURL: string, role: string): Promise<string> {
  const lines = (await (await request.get('/dev')).text()).split('<li').filter((line) => line.includes(role));
  const person = /name="person" value="(\d+)"/.exec(lines[0] ?? '')?.[1];
  const answer = await request.post('/dev', {
    form: { person: person ?? '' },
    headers: { origin: baseURL },
    maxRedirects: 0,
  });
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
  return cookies.map(({ value }) => /^session=([^;]+)/.exec(value)?.[1]).find(Boolean)!;
}
