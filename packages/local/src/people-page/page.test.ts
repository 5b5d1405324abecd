/** `/dev` on a site with the demo: people of every role, each signed in by a button; for nobody but the person at this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles } from '@hanoi/core/shared/role';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../testing-demo.ts';
import { startTestSite, type TestSite } from '../testing-site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'people-page-'));
let site: TestSite;
beforeAll(async () => {
  await loadDemo(dataDir);
  site = await startTestSite(dataDir, { SEED: 'demo' });
}, 400_000);
afterAll(async () => {
  await site?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const press = (person: string, headers: Record<string, string> = { origin: site.origin }) =>
  fetch(`${site.origin}/dev`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ person }) });

async function numbersOf(): Promise<string[]> {
  const text = await (await fetch(`${site.origin}/dev`)).text();
  return [...text.matchAll(/name="person" value="(\d+)"/g)].map(([, number]) => number!);
}

async function meOf(answer: Response) {
  const token = /session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
  return (await site.call('GET', '/me', { token })).json;
}

it('signs in as people of every role, with a session like any other', async () => {
  const people = [];
  for (const number of await numbersOf()) {
    const answer = await press(number);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
    people.push(await meOf(answer));
  }
  expect(new Set(people.flatMap((person) => person.roles))).toEqual(new Set(roles));
  const memberships = people.flatMap((person) => person.memberships);
  expect(new Set(memberships.map(({ kind }) => kind))).toEqual(new Set(['enterprise', 'university', 'agency']));
  const inAgency = memberships.filter(({ kind }) => kind === 'agency').map(({ role }) => role);
  expect(inAgency.sort()).toEqual(['editor', 'member', 'owner']);
  expect(people.filter((person) => person.roles.length === 1)).toHaveLength(2);
}, 30_000);

it('says of each what they are, in both languages', async () => {
  const text = await (await fetch(`${site.origin}/dev`)).text();
  for (const words of ['Quản trị viên', 'Moderator', 'Cán bộ cơ quan (chủ sở hữu): Sở Xây dựng (dữ liệu mẫu)'])
    expect(text).toContain(words);
});

it('signs in nobody for another site, for nobody on the list, or behind a proxy', async () => {
  const [number] = await numbersOf();
  const refused = [
    await press(number!, {}),
    await press(number!, { origin: 'https://evil.example' }),
    await press(number!, { origin: 'null' }),
    await press('0'),
    await press(''),
    await press(number!, { origin: site.origin, 'x-forwarded-for': '203.0.113.7' }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 422, 422, expect.any(Number)]);
  for (const answer of refused) expect(answer.headers.get('set-cookie') ?? '').not.toContain('session=');
  expect((await fetch(`${site.origin}/dev`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404);
  expect((await fetch(`${site.origin}/dev/other`)).status).toBe(404);
});

describe('the demo', () => {
  const banner = async (path: string, origin = site.origin) => (await fetch(origin + path)).text();

  it('is named on every page, in both languages, beside what operators say', async () => {
    expect(await banner('/challenges')).toMatch(/Dữ liệu mẫu\..*href="\/dev"/s);
    expect(await banner('/en/about')).toContain('All people, organisations and opinions here are invented.');
    expect(await banner('/no-such-page')).toContain('Dữ liệu mẫu.');
  });

  it('is named after a restart, also one that would load none, and where it was loaded before it was marked', async () => {
    await site.stop();
    site = await startTestSite(dataDir, { SEED: 'none' });
    expect((await site.call('GET', '/flags')).json.demo).toBe(true);
    expect(await banner('/')).toContain('Dữ liệu mẫu.');
  }, 60_000);

  it('is not named on a site of one’s own, and there is nobody to sign in as', async () => {
    const own = mkdtempSync(join(tmpdir(), 'no-demo-'));
    const empty = await startTestSite(own);
    expect(await banner('/', empty.origin)).not.toContain('Dữ liệu mẫu');
    expect((await empty.call('GET', '/flags')).json.demo).toBe(false);
    const people = await banner('/dev', empty.origin);
    expect(people).toContain('The demo is not loaded');
    expect(people).not.toContain('<button');
    await empty.stop();
    rmSync(own, { recursive: true, force: true });
  }, 60_000);
});
