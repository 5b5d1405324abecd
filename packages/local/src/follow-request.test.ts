/** What somebody does on a page is found by one id: in the answer, in the API's log, and in what is projected from it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRequestId } from '@hanoi/core/shared/request-id';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, startTestSite, type TestSite } from './testing-site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'follow-request-'));
let site: TestSite;
let person: Person;
let challenge: string;
beforeAll(async () => {
  site = await startTestSite(dataDir, { POWERTOOLS_LOG_LEVEL: 'INFO' });
  person = await site.signIn('nguoi@example.vn');
  const body = makeNewChallenge();
  challenge = (await site.call('POST', '/challenges', { token: person.token, body })).json.id;
}, 90_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Sends a form of the challenge's page, as a browser without JavaScript does. */
function send(action: string, headers: Record<string, string> = {}, token = person.token): Promise<Response> {
  return fetch(`${site.origin}/challenges/${challenge}?/${action}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `session=${token}`, origin: site.origin, ...headers },
    body: new URLSearchParams({}),
  });
}

const linesOf = (id: string) =>
  site
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes(id))
    .map((line) => JSON.parse(line));

it('a vote by a form leads to the counters, and on to the lists', async () => {
  const answer = await send('support');
  expect(answer.status).toBe(200);
  const id = answer.headers.get('x-request-id')!;
  expect(id).toMatch(/^[0-9A-Z]{26}$/);
  await expect.poll(() => linesOf(id).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  expect(linesOf(id)).toEqual(
    ['counters', 'lists'].map((projection) =>
      expect.objectContaining({ message: 'projected', projection, subject: challenge, requestIds: [id] }),
    ),
  );
});

it("a client's own id goes all the way, and one that does not belong in a log goes nowhere", async () => {
  const id = newRequestId();
  const forged = `${person.token.slice(0, -4)}AAAA`;
  expect((await send('support', { 'x-request-id': id }, forged)).headers.get('x-request-id')).toBe(id);
  expect(linesOf(id)).toMatchObject([{ message: 'request_refused', code: 'session_invalid', requestId: id }]);
  const strange = await send('support', { 'x-request-id': 'x'.repeat(37) });
  expect(strange.headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/);
  expect(site.said()).not.toContain('xxxxxxxx');
});

it.each(['/', '/api/v1/challenges'])("%s, which a cache keeps, answers nobody with another's id", async (path) => {
  for (const id of [newRequestId(), newRequestId()]) {
    const { status, headers } = await fetch(site.origin + path, { headers: { 'x-request-id': id } });
    expect([status, headers.get('x-request-id')]).toEqual([200, null]);
  }
});
