/** Who acts in the kept world: people through the API, operators through their commands. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { addMember, foundOrganisation } from '@hanoi/core/organisation/service';
import { createLog } from '@hanoi/engine/log';
import type { Person, TestSite } from '@hanoi/local/testing-site';
import { operatorContext } from '@hanoi/ops/command';
import { openTable } from '@hanoi/ops/open-table';
import { pictures } from './texts.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** Whose own pages are kept beside the public ones: somebody of each role, and everybody who made something. */
export const makers = ['lan', 'quan', 'minh', 'hoa', 'vy', 'dieu-phoi'].map((name) => `${name}@example.vn`);

export type Actor = Person & { act(method: string, target: string, body?: object): Promise<Made> };
// biome-ignore lint/suspicious/noExplicitAny: what the API answers, of whatever kind
export type Made = any;

/** Somebody who signs in by e-mail and goes by `name`. */
export async function join(site: TestSite, email: string, name: string): Promise<Actor> {
  const person = await site.signIn(email);
  const act: Actor['act'] = async (method, target, body) => {
    const { status, text, json } = await site.call(method, target, { token: person.token, body });
    if (status >= 400) throw new Error(`${method} ${target}: ${text}`);
    return json;
  };
  await act('PATCH', '/me', { name, ward: '00070' });
  return { ...person, name, act };
}

/** Uploads one of the two pictures. Resolves to what a form sends of it. */
export async function upload(site: TestSite, { token }: Actor, picture: number, alt: string): Promise<object> {
  const answer = await fetch(`${site.origin}/api/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', authorization: `Bearer ${token}` },
    body: pictures[picture]!,
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return { id: ((await answer.json()) as { id: string }).id, alt };
}

/** Runs a command of the operators on the site's folder, as they would: `npm run NAME -- …`. */
export function command(site: TestSite, name: string, ...args: string[]): void {
  const env = { ...process.env, DATA_DIR: site.dataDir };
  execFileSync('npm', ['run', '--silent', name, '--', ...args], { cwd: root, env, stdio: 'pipe' });
}

/** Founds an organisation and takes the people in, the first as owner. Resolves to its id. */
export async function found(
  site: TestSite,
  organisation: Parameters<typeof foundOrganisation>[1],
  members: Actor[],
): Promise<string> {
  const table = await openTable({ dataDir: site.dataDir, log: createLog() });
  try {
    const ctx = operatorContext(table.db, 'old-data');
    const { id } = await foundOrganisation(ctx, organisation);
    for (const [place, member] of members.entries())
      await addMember(ctx, id, member.id as Parameters<typeof addMember>[2], place === 0 ? 'owner' : 'editor');
    return id;
  } finally {
    await table.close();
  }
}
