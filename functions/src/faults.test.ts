/**
 * People write while DynamoDB throttles, lets transactions collide, leaves things unprocessed or does not answer, and the
 * stream brings records twice and in any order. Afterwards all counts equal a recount, and everything that was acknowledged is there.
 */

import { isListed, parentOf } from '@hanoi/core/card/status';
import { countsOf, noCounts, type StoredCard } from '@hanoi/core/card/stored';
import { documentClient, patience, useDb } from '@hanoi/core/db/client';
import { listOf } from '@hanoi/core/listing/list-of';
import { isSubjectId, kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { type Counter, counters, kinds, parentTitleField } from '@hanoi/core/subject/kinds';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { createClient } from '@hanoi/engine/client';
import { type Fault, faults, troubleOf, withoutPauses } from '@hanoi/testing/faults';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { streamConsumers } from './stream/catalogue.ts';
import { type ApiAnswer, type Given, type SignedIn, useApi } from './testing/api.ts';
import { drainQueues } from './testing/queues.ts';
import { runConsumer, useStream } from './testing/stream.ts';

const { call, everything, signInAs, table } = useApi();
const client = createClient(table.endpoint, patience);
const trouble = troubleOf(client);
withoutPauses(client);
const stream = useStream(table);

beforeAll(() => useDb({ client: documentClient(client), table: table.tableName }));
afterAll(() => client.destroy());

const chance = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/** Asks until there is an answer, as a client does that retries. */
async function ask(method: string, path: string, given: Given): Promise<ApiAnswer> {
  const headers: Record<string, string> = method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {};
  for (let attempt = 1; attempt <= 20; attempt++) {
    const answer = await call(method, path, { ...given, headers });
    if (answer.status !== 503) {
      // 409: done by the attempt whose answer was lost, or overtaken by somebody else.
      expect([200, 201, 204, 409], `${method} ${path}: ${answer.text}`).toContain(answer.status);
      return answer;
    }
  }
  throw new Error(`${method} ${path} is never answered`);
}

type Acknowledged = { votes: Map<string, boolean>; challenges: string[] };

let serial = 0;

/** A few actions of one person; notes what was acknowledged. */
async function live({ token, id }: SignedIn, acknowledged: Acknowledged): Promise<void> {
  const mine: string[] = [];
  for (let round = 0; round < 10; round++) {
    const on = `/challenges/${chance(acknowledged.challenges)}`;
    const subject = on.split('/')[2]!;
    if (round % 5 < 2) {
      const wanted = Math.random() < 0.7;
      await ask(wanted ? 'PUT' : 'DELETE', `${on}/support`, { token });
      acknowledged.votes.set(`${subject} ${id}`, wanted);
    } else if (round % 5 === 2) {
      const body = { body: `Lời thứ ${serial++}` };
      mine.push((await ask('POST', `${on}/comments`, { token, body })).json.id);
      if (Math.random() < 0.3) await ask('DELETE', `/comments/${mine.pop()}`, { token });
    } else if (round % 5 === 3) {
      const { json } = await ask('POST', `${on}/solutions`, { token, body: makeNewSolution() });
      await ask('POST', `/solutions/${json.id}/submit`, { token });
      if (Math.random() < 0.3) await ask('POST', `/solutions/${json.id}/withdraw`, { token });
    } else {
      const { json } = await ask('GET', on, { token });
      const change = {
        version: json.version,
        title: `Tiêu đề thứ ${serial++} của mọi người`,
        tags: [`thẻ ${round}`],
      };
      if (json.viewer.mayEdit) await ask('PATCH', on, { token, body: change });
    }
  }
}

/** Hands the consumers each record twice and all of them in any order, what fails again, and runs the queues, until nothing comes any more. */
async function project(): Promise<void> {
  for (let records = await stream.take(); records.length > 0; records = await stream.take()) {
    const mixed = [...records, ...records].sort(() => Math.random() - 0.5);
    for (const { name } of streamConsumers) {
      let left: DynamoDBRecord[] = mixed;
      for (let attempt = 1; left.length > 0; attempt++) {
        // A batch ends when the writes of all its subjects succeed in one attempt: by chance, that takes up to some dozens.
        expect(attempt, `${name} does not come to an end`).toBeLessThan(500);
        const failed = await runConsumer(name, left);
        const first = left.findIndex((record) => failed.includes(record.dynamodb?.SequenceNumber ?? ''));
        left = first < 0 ? [] : left.slice(first);
      }
    }
    await drainQueues();
  }
}

type Stored = Record<string, unknown> & { pk: string; sk: string };

/** Counts everything again, and compares it with the stored counts. */
async function expectRecounted({ votes, challenges }: Acknowledged): Promise<void> {
  const items = (await everything()) as Stored[];
  const cards = items.filter(({ pk, sk }) => isSubjectId(pk) && sk === 'CARD') as unknown as StoredCard[];
  for (const card of cards.filter(({ status }) => status !== 'draft')) {
    const id = card.id as SubjectId;
    const supporters = items.filter(({ pk }) => pk.startsWith(`VOTE#${id}#`)).map(({ sk }) => sk);
    const comments = items.filter((item) => item.subjectId === id && item.status === 'visible' && item.sk === 'CARD');
    const answers = cards.filter((other) => parentOf(other) === id && isListed(other));
    const counted = { ...noCounts, support: supporters.length, comments: comments.length };
    for (const answer of answers) counted[kinds[kindOf(answer.id)].path as Counter]++;
    const shards = items.filter(({ pk }) => pk.startsWith(`TALLY#${id}#`));
    const sum = (name: string) => shards.reduce((total, shard) => total + Number(shard[name] ?? 0), 0);
    expect(Object.fromEntries(counters.map((counter) => [counter, sum(counter)])), id).toEqual(counted);
    expect(countsOf(card), id).toEqual(counted);
    const rows = items.filter(({ pk, sk }) => pk.startsWith('LIST#') && sk === id);
    const list = listOf(card);
    expect(
      rows.map(({ pk }) => pk),
      id,
    ).toEqual(list ? [`LIST#${list}`] : []);
    for (const row of rows) {
      expect(row, row.pk).toMatchObject({ title: card.title, status: card.status });
      expect(countsOf(row), row.pk).toEqual(counted);
    }
    for (const [vote, wanted] of votes) {
      const [subject, person] = vote.split(' ');
      if (subject === id) expect(supporters.includes(person!), vote).toBe(wanted);
    }
  }
  for (const answer of cards.filter((card) => parentOf(card) && isListed(card))) {
    const parent = cards.find(({ id }) => id === parentOf(answer));
    expect(answer).toMatchObject({ [parentTitleField(kindOf(answer.id))!]: parent?.title });
  }
  const said = items.filter(({ pk, sk, status }) => pk.startsWith('cmt_') && sk === 'CARD' && status === 'visible');
  expect(new Set(said.map(({ body }) => body)).size, 'nothing was said twice').toBe(said.length);
  expect(challenges.every((id) => cards.some((card) => card.id === id))).toBe(true);
}

/** How many attempts fail; few where each is followed by a long pause. */
const shares: Record<string, number> = { unprocessed: 0.6, conflict: 0.3, 'all of it together': 0.4 };

const cases: { name: string; kinds: readonly Fault[] }[] = [
  { name: 'nothing', kinds: [] },
  ...faults.map((fault) => ({ name: fault, kinds: [fault] })),
  { name: 'all of it together', kinds: faults },
];

it.each(cases)('in trouble: $name', { timeout: 120_000 }, async ({ name, kinds }) => {
  const people = await Promise.all(Array.from({ length: 8 }, () => signInAs()));
  const acknowledged: Acknowledged = { votes: new Map(), challenges: [] };
  const met = { ...trouble.met };
  trouble.begin(kinds, shares[name] ?? 0.1);
  try {
    for (const { token } of people.slice(0, 3)) {
      const { json } = await ask('POST', '/challenges', { token, body: { ...makeNewChallenge() } });
      acknowledged.challenges.push(json.id);
    }
    await Promise.all(people.map((person) => live(person, acknowledged)));
    await project();
  } finally {
    trouble.end();
  }
  for (const kind of kinds) expect(trouble.met[kind] - met[kind], `${kind} happened`).toBeGreaterThan(0);
  await expectRecounted(acknowledged);
});

it.each(['throttled', 'conflict', 'unanswered'] as const)('signing in asks to try again: %s', async (fault) => {
  trouble.begin([fault], 1);
  const { status, json } = await call('POST', '/auth/codes', { body: { email: `${fault}@example.vn` } });
  trouble.end();
  expect({ status, code: json.code }).toEqual({ status: 503, code: 'busy' });
});
