/**
 * What is public is found within five seconds of its change, and what is not any more is gone, through the started site's own
 * stream and index. `FRESHNESS_TRIES=30` measures more often; how long each took at most is printed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { patience } from '@hanoi/core/db/client';
import { getItem } from '@hanoi/core/db/get';
import { cardKey } from '@hanoi/core/db/keys';
import { setPart, transact } from '@hanoi/core/db/transact';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { newRequestId } from '@hanoi/core/shared/request-id';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { createClient } from '@hanoi/engine/client';
import { notedEndpoint } from '@hanoi/engine/lock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteTable } from './site-engine.ts';
import { type Person, startTestSite, type TestSite } from './testing-site.ts';

const tries = Number(process.env.FRESHNESS_TRIES ?? 2);
/** What the promise is, milliseconds; the tests wait longer, as the machine may be busy. */
const promised = 5_000;
const bound = 4 * promised;

const dataDir = mkdtempSync(join(tmpdir(), 'freshness-'));
const took = new Map<string, number[]>();
let site: TestSite;
let person: Person;
let ctx: Ctx;

beforeAll(async () => {
  site = await startTestSite(dataDir);
  const client = createClient(notedEndpoint(dataDir)!, patience);
  ctx = {
    actor: { kind: 'system', name: 'test' },
    now: () => new Date(),
    db: { client, table: siteTable },
    log: { info() {}, warn() {}, error() {} },
    requestId: newRequestId(),
  };
}, 90_000);
afterAll(async () => {
  for (const [what, times] of took)
    process.stdout.write(`${what}: ${Math.round(Math.max(...times))} ms at most of ${times.length}\n`);
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = async (method: string, path: string, body?: object) => {
  const { status, text, json } = await site.call(method, path, { token: person.token, ...(body && { body }) });
  if (status >= 300) throw new Error(`${method} ${path}: ${text}`);
  return json;
};
const idsAt = async (path: string): Promise<string[]> => {
  const { status, text, json } = await site.call('GET', path);
  if (status !== 200) throw new Error(`${path}: ${text}`);
  return json.items.map(({ id }: { id: string }) => id).toSorted();
};
const search = (q: string) => idsAt(`/search?q=${encodeURIComponent(q)}`);
const tagged = (tag: string) => idsAt(`/challenges?status=open&tag=${encodeURIComponent(tag)}`);

/** Asks until exactly these are answered, and notes how long that took since `began`. */
async function see(what: string, began: number, ask: () => Promise<string[]>, expected: string[]): Promise<void> {
  const wanted = expected.toSorted().join();
  let found = await ask();
  while (found.join() !== wanted && performance.now() - began < bound) {
    await sleep(20);
    found = await ask();
  }
  expect(found, what).toEqual(expected.toSorted());
  took.set(what, [...(took.get(what) ?? []), performance.now() - began]);
}

/** As a moderator will do it: nothing hides a subject yet. */
async function setStatus(id: ChallengeId, status: string): Promise<void> {
  const card = await getItem(ctx, cardKey(id), { consistent: true });
  const part = setPart(cardKey(id), { status, version: Number(card!.version) + 1 });
  await transact(ctx, [{ ...part, changed: id }]);
}

it(
  'within five seconds of its change',
  async () => {
    for (let turn = 0; turn < tries; turn++) {
      // One person may raise thirty an hour at most.
      if (turn % 10 === 0) person = await site.signIn(`nguoi${turn}@example.vn`);
      const [word, newWord, tag] = [`qa${turn}qa`, `qe${turn}qe`, `thẻ qo${turn}qo`];
      const { id: draft } = await send('POST', '/challenges', makeNewChallenge({ title: `Nháp ${word}`, draft: true }));
      let began = performance.now();
      const { id } = await send('POST', '/challenges', makeNewChallenge({ title: `Cầu mới ${word}`, tags: [tag] }));
      began = performance.now();
      await see('raised: found', began, () => search(word), [id]);
      await see('raised: in the filtered list', began, () => tagged(tag), [id]);

      await send('PATCH', `/challenges/${id}`, { version: 1, title: `Cầu mới ${newWord}` });
      began = performance.now();
      await see('edited: found by the new title', began, () => search(newWord), [id]);
      await see('edited: gone by the old title', began, () => search(word), []);

      const answer = makeNewSolution({ title: `Cách làm ${newWord}` });
      const { id: solution } = await send('POST', `/challenges/${id}/solutions`, answer);
      await send('POST', `/solutions/${solution}/submit`);
      const { id: comment } = await send('POST', `/challenges/${id}/comments`, { body: `Tôi đồng ý, ${newWord}.` });
      began = performance.now();
      await see('answered: found', began, () => search(newWord), [id, solution, comment]);

      await setStatus(id, 'hidden');
      began = performance.now();
      await see('hidden: gone, with its solution and comment', began, () => search(newWord), []);
      await see('hidden: gone from the filtered list', began, () => tagged(tag), []);
      await setStatus(id, 'open');
      began = performance.now();
      await see('shown again: found', began, () => search(newWord), [id, solution, comment]);

      await send('DELETE', `/comments/${comment}`);
      began = performance.now();
      await see('comment deleted: gone', began, () => search(newWord), [id, solution]);
      await send('POST', `/solutions/${solution}/withdraw`);
      began = performance.now();
      await see('solution withdrawn: gone', began, () => search(newWord), [id]);
      await send('POST', `/challenges/${id}/close`, { reason: 'Đã xây xong' });
      began = performance.now();
      await see('closed: gone from the list of open ones', began, () => tagged(tag), []);

      expect(await search(`Nháp ${word}`), 'a draft is never found').not.toContain(draft);
      await send('DELETE', `/challenges/${draft}`);
    }
  },
  60_000 + tries * 15_000,
);
