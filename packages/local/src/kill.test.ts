/**
 * The whole site is killed again and again while people write. What was acknowledged is there afterwards, every count is
 * what a recount gives, and what had no answer can be sent again without being done twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type SiteAnswer, startTestSite, type TestSite } from './testing-site.ts';
import { makeVariedChallenge } from './testing-texts.ts';

const ROUNDS = 4;
const PEOPLE = 16;
const HOT = 3;

const dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
let site: TestSite;
let people: Person[];
/** The challenges everybody supports and comments. */
let hot: string[];

beforeAll(async () => {
  site = await startTestSite(dataDir);
  people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => site.signIn(`nguoi-${index}@example.vn`)));
  hot = [];
  for (let index = 0; index < HOT; index++) {
    const { token } = people[0]!;
    hot.push((await site.call('POST', '/challenges', { token, body: makeVariedChallenge(index) })).json.id);
  }
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A vote as the person knows it: `undefined` when the last request had no answer. */
const votes = new Map<string, boolean | undefined>();
/** Comments and challenges that were acknowledged, by id, with what they say. */
const comments = new Map<string, { on: string; body: string }>();
const challenges = new Map<string, string>();
/** Creations without an answer, to be sent again. */
const unanswered: { path: string; token: string; body: object; key: string }[] = [];
let serial = 0;

/** Writes as this person until the site is gone. */
async function write(person: Person): Promise<void> {
  const { token } = person;
  try {
    for (;;) {
      const on = hot[serial % HOT]!;
      const kind = serial++ % 4;
      if (kind < 2) {
        const vote = `${person.id} ${on}`;
        const wanted = votes.get(vote) !== true;
        votes.set(vote, undefined);
        const answer = await site.call(wanted ? 'PUT' : 'DELETE', `/challenges/${on}/support`, { token });
        expectDone(answer, 200);
        votes.set(vote, wanted);
      } else if (kind === 2) await create(person, `/challenges/${on}/comments`, { body: `Lời thứ ${serial}` });
      else
        await create(
          person,
          '/challenges',
          makeVariedChallenge(serial, { title: `Thách thức thứ ${serial} của mọi người` }),
        );
    }
  } catch (error) {
    // The connection broke: the site has been killed.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function create({ token }: Person, path: string, body: object, key: string = crypto.randomUUID()): Promise<void> {
  const request = { path, token, body, key };
  unanswered.push(request);
  const answer = await site.call('POST', path, { token, body, headers: { 'idempotency-key': key } });
  expectDone(answer, 201);
  unanswered.splice(unanswered.indexOf(request), 1);
  if (path === '/challenges') challenges.set(answer.json.id, answer.json.title);
  else comments.set(answer.json.id, { on: answer.json.subjectId, body: answer.json.body });
}

function expectDone(answer: SiteAnswer, status: number): void {
  // The engine is gone and the server about to be: as good as no answer.
  if (answer.status === 503) throw new TypeError(answer.text);
  expect(answer.status, answer.text).toBe(status);
}

test('nothing acknowledged is lost when everything is killed under load', { timeout: 90_000 }, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const writing = Promise.all(people.map(write));
    await sleep(300 + Math.random() * 600);
    // The engine first, in every other round: then nobody closes its file.
    if (round % 2) process.kill(site.engine().pid, 'SIGKILL');
    await site.kill();
    await writing;
    site = await startTestSite(dataDir);
    for (const { path, token, body, key } of unanswered.splice(0)) await create({ token } as Person, path, body, key);
  }
  expect(challenges.size, 'enough was written to mean something').toBeGreaterThan(12);
  expect(comments.size).toBeGreaterThan(12);

  // Lists are projections, which catch up by themselves.
  const missing = async () => {
    const listed = new Set((await readAll('/challenges')).map((card) => card.id));
    return [...challenges.keys()].filter((id) => !listed.has(id));
  };
  await expect.poll(missing, { timeout: 10_000 }).toEqual([]);
  for (const [id, title] of challenges)
    expect((await site.call('GET', `/challenges/${id}`)).json?.title, id).toBe(title);
  const titles = (await readAll('/challenges')).map((card) => card.title as string);
  const made = titles.filter((title) => title.startsWith('Thách thức thứ'));
  expect(new Set(made).size, 'nothing was made twice').toBe(made.length);

  for (const id of hot) {
    const thread = await readAll(`/challenges/${id}/comments`);
    const written = new Map(thread.map((comment) => [comment.id, comment.body]));
    for (const [comment, { on, body }] of comments) if (on === id) expect(written.get(comment)).toBe(body);
    expect(new Set(written.values()).size, 'nothing was said twice').toBe(thread.length);

    const recount = await Promise.all(people.map((person) => supports(person, id)));
    const votesNow = recount.filter(Boolean).length;
    const again = people[recount.indexOf(true)]!;
    const { json } = await site.call('PUT', `/challenges/${id}/support`, { token: again.token });
    expect(json.support, 'the tally is what a recount gives').toBe(votesNow);
    const counts = async () => {
      const { support, comments } = (await site.call('GET', `/challenges/${id}`)).json;
      return { support, comments };
    };
    await expect.poll(counts, { timeout: 10_000 }).toEqual({ support: votesNow, comments: thread.length });
    const cardOf = async () => (await readAll('/challenges')).find((card) => card.id === id);
    await expect.poll(async () => (await cardOf()).support, { timeout: 10_000 }).toBe(votesNow);
  }
});

/** Whether the person supports it, which must be what was acknowledged last. */
async function supports(person: Person, id: string): Promise<boolean> {
  const { supported } = (await site.call('GET', `/challenges/${id}`, { token: person.token })).json.viewer;
  const acknowledged = votes.get(`${person.id} ${id}`);
  if (acknowledged !== undefined) expect(supported, 'a vote that was acknowledged').toBe(acknowledged);
  return supported;
}

// biome-ignore lint/suspicious/noExplicitAny: cards and comments
async function readAll(path: string): Promise<any[]> {
  const items = [];
  for (let cursor = ''; ; ) {
    const { json } = await site.call('GET', `${path}?limit=100${cursor}`, { token: people[0]!.token });
    items.push(...json.items);
    if (!json.nextCursor) return items;
    cursor = `&cursor=${json.nextCursor}`;
  }
}
