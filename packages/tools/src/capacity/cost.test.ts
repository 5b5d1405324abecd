/**
 * What each request costs in capacity units, as the engine counts them: within the limits the network sets itself, and
 * the same for a challenge with many comments and votes. Prints the table that docs/performance.md keeps.
 */
import { documentClient, patience, useDb } from '@hanoi/core/db/client';
import { addMember, foundOrganisation } from '@hanoi/core/organisation/service';
import { defaultText } from '@hanoi/core/rule/default-list';
import { readLabelled } from '@hanoi/core/rule/labelled/measure';
import { useList } from '@hanoi/core/rule/testing-list';
import { makeCtx } from '@hanoi/core/testing/context';
import { largestAlt, largestOrganisation, largestPersonName, largestTexts } from '@hanoi/core/testing/largest';
import { createClient } from '@hanoi/engine/client';
import { useSearchIndex } from '@hanoi/functions/search/index-here';
import { systemContext } from '@hanoi/functions/system-context';
import { useApi } from '@hanoi/functions/testing/api';
import { useStream } from '@hanoi/functions/testing/stream';
import { openIndexHere } from '@hanoi/search/in-this-thread';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, type Pictures } from './actions.ts';
import { assumptions } from './assumptions.ts';
import { type Cost, meterOf } from './meter.ts';
import { textsOf } from './texts.ts';

const { call, mails, signInAs, table } = useApi();
const client = createClient(table.endpoint, patience);
const meter = meterOf(client);
const stream = useStream(table);

const index = openIndexHere({ file: ':memory:', ctx: () => systemContext('search'), everyMs: 60_000 });

const rows: string[] = [];
const tokens: string[] = [];
const quiet = { id: '' };
const busy = { id: '' };
/** Of the one who raised both. */
let pictures: Pictures;

/** Texts as long as people's, so that the figures are those of the capacity model. */
const texts = textsOf(assumptions.texts);
const { raise, upload, support, comment, answer, readList, readChallenge, readViewer } = actionsOf(call, texts);

beforeAll(async () => {
  useDb({ client: documentClient(client), table: table.tableName });
  for (let number = 0; number < 60; number++) tokens.push((await signInAs()).token);
  // A list of 20 is full, and a new account raises no more than that in an hour.
  const many = await upload(tokens[23]!);
  for (let number = 0; number < 19; number++) await raise(tokens[23]!, many);
  pictures = await upload(tokens[0]!);
  for (let number = 0; number < 6; number++) quiet.id = await raise(tokens[0]!, pictures);
  busy.id = await raise(tokens[0]!, pictures);
  for (const token of tokens.slice(30)) {
    await support(busy.id, token);
    await comment(busy.id, token);
    await answer(busy.id, token, await upload(token));
  }
  await stream.settle();
  // Its readers share what following the table costs: here it has just done that.
  useSearchIndex(index);
  await index.catchUp();
}, 60_000);
afterAll(() => {
  client.destroy();
  index.close();
  console.log(`\n| what | RCU | WCU | calls |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`);
});

async function costOf(name: string, action: () => Promise<unknown>): Promise<Cost> {
  const cost = await meter.costOf(action);
  expect(cost.calls, 'nothing was measured').toBeGreaterThan(0);
  rows.push(`| ${name} | ${cost.rcu} | ${cost.wcu} | ${cost.calls} |`);
  return cost;
}

describe.each([
  ['quiet', quiet],
  ['busy', busy],
])('a %s challenge', (kind, challenge) => {
  it('list page: at most 3 RCU', async () => {
    const { rcu, wcu } = await costOf(`list of 20, ${kind}`, readList);
    expect(rcu).toBeLessThanOrEqual(3);
    expect(wcu).toBe(0);
  });

  it('challenge page: at most 6 RCU; for somebody signed in 2 more, and the session', async () => {
    const anonymous = await costOf(`challenge page, ${kind}`, () => readChallenge(challenge.id));
    expect(anonymous.rcu).toBeLessThanOrEqual(6);
    // Whatever it is asked for with, the session and its person are read in one call of two units.
    const session = { rcu: 2, calls: 1 };
    const viewer = await costOf(`own vote and follow, ${kind}`, () => readViewer(challenge.id, tokens[1]!));
    expect(viewer.rcu - session.rcu).toBeLessThanOrEqual(2);
    expect(viewer.calls - session.calls).toBe(1);
  });

  it('support: at most 6 WCU, and no read of the challenge', async () => {
    // The first vote in a shard of a tally is refused once, which no engine here counts, and reads the card.
    await costOf(`first support, ${kind}`, () => support(challenge.id, tokens[2]!));
    await call('DELETE', `/challenges/${challenge.id}/support`, { token: tokens[2] });
    const { rcu, wcu } = await costOf(`support, ${kind}`, () => support(challenge.id, tokens[2]!));
    expect(wcu).toBeLessThanOrEqual(6);
    // Session and person, and the eight shards of which the answer is the sum.
    expect(rcu).toBeLessThanOrEqual(2 + 8);
    // Two units of each row, of its place in an index that orders by votes, and of the card.
    const projections = await costOf(`projections of that vote alone, ${kind}`, stream.settle);
    expect(projections.wcu).toBeLessThanOrEqual(29);
  });

  it('comment: at most 8 WCU', async () => {
    const { wcu } = await costOf(`comment, ${kind}`, () => comment(challenge.id, tokens[3]!));
    expect(wcu).toBeLessThanOrEqual(8);
    // Five lists, three of them ordered by indexes: expensive for one alone, cheap in a batch.
    const projections = await costOf(`projections of that comment alone, ${kind}`, stream.settle);
    expect(projections.wcu).toBeLessThanOrEqual(24);
  });

  it('projections of a batch: at most 6 WCU each', async () => {
    const actions = tokens.slice(4, 14);
    for (const token of actions) await support(challenge.id, token);
    const { wcu } = await costOf(`projections of ${actions.length} votes in one window, ${kind}`, stream.settle);
    expect(wcu / actions.length).toBeLessThanOrEqual(6);
  });
});

it('a picture, a new challenge, a solution submitted', async () => {
  const [author, solver] = [tokens[20]!, tokens[21]!];
  let [own, solvers]: Pictures[] = [];
  await costOf('two pictures uploaded', async () => {
    own = await upload(author);
  });
  solvers = await upload(solver);
  const challenge = await costOf('new challenge', () => raise(author, own!));
  expect(challenge.wcu).toBeLessThanOrEqual(20);
  await costOf('projections of that challenge', stream.settle);
  const solution = await costOf('solution, drafted and submitted', () => answer(quiet.id, solver, solvers!));
  expect(solution.wcu).toBeLessThanOrEqual(60);
  await costOf('projections of that solution', stream.settle);
});

it('the largest card in plain Vietnamese: a few times the usual, for it stands in more lists, with rows of two units', async () => {
  const { token, id } = await signInAs({ name: largestPersonName });
  const system = makeCtx(table, { kind: 'system', name: 'test' });
  const organisation = await foundOrganisation(system, {
    slug: 'lon-nhat',
    about: 'Thử',
    ...largestOrganisation,
    kind: 'agency',
  });
  await addMember(system, organisation.id, id, 'owner');
  const challenge = () => ({
    ...texts.challenge(),
    ...largestTexts,
    kind: 'launched',
    organisation: organisation.id,
  });
  const large = actionsOf(call, { ...texts, challenge, alts: Array(6).fill(largestAlt) });
  const largest = await large.raise(token, await large.upload(token));
  await stream.settle();
  await support(largest, tokens[22]!);
  const vote = await costOf('projections of a vote alone, largest', stream.settle);
  expect(vote.wcu).toBeLessThanOrEqual(116);
  await comment(largest, tokens[22]!);
  const commented = await costOf('projections of a comment alone, largest', stream.settle);
  expect(commented.wcu).toBeLessThanOrEqual(98);
});

it('signing in, following, editing, closing: nothing expensive', async () => {
  const [token, email] = [tokens[0]!, 'chi-phi@example.vn'];
  const change = { version: 1, title: 'Một tiêu đề rõ ràng hơn' };
  const costs = [
    await costOf('sign-in code asked for', () => call('POST', '/auth/codes', { body: { email } })),
    await costOf('first sign-in', () => {
      const body = { email, code: mails.findLast(({ to }) => to === email)?.subject.slice(0, 6) };
      return call('POST', '/auth/sessions', { body });
    }),
    await costOf('follow', () => call('PUT', `/challenges/${quiet.id}/follow`, { token: tokens[1] })),
    await costOf('edit', () => call('PATCH', `/challenges/${quiet.id}`, { token, body: change })),
    await costOf('close', () => call('POST', `/challenges/${quiet.id}/close`, { token, body: { reason: 'Đã xong' } })),
  ];
  for (const { rcu, wcu } of costs) {
    expect(rcu).toBeLessThanOrEqual(12);
    // Closing ends voting on every shard of the tally.
    expect(wcu).toBeLessThanOrEqual(32);
  }
});

it('content rules read the author’s latest posts: one query more; what is found is one item, and a new account’s level is looked up', async () => {
  const system = makeCtx(table, { kind: 'system', name: 'test' });
  const known = await signInAs({ createdAt: '2026-01-01T00:00:00.000Z' });
  const newcomer = await signInAs();
  const next = unlikeTexts();
  const write = (more = '') =>
    actionsOf(call, {
      ...texts,
      challenge: () => ({
        ...texts.challenge(),
        title: next(60),
        summary: next(150),
      }),
      comment: () => ({ body: `${next(300 - more.length)} ${more}`, stance: 'for' }),
    });
  const images = await write().upload(known.token);
  const bothOf = (token: string) => ({
    comment: (more = '') => write(more).comment(busy.id, token),
    challenge: () => write().raise(token, images),
  });
  const { comment, challenge } = bothOf(known.token);
  const costs: Record<string, Cost> = {};
  const quietly = 'no rule';
  for (const rules of [quietly, 'the rules of a new site']) {
    if (rules !== quietly) await useList(system, defaultText);
    // The latest five are whole then, and the list has been read.
    for (let number = 0; number < 5; number++) await comment();
    for (let number = 0; number < 5; number++) await challenge();
    costs[`comment ${rules}`] = await costOf(`comment, ${rules}`, () => comment());
    costs[`challenge ${rules}`] = await costOf(`new challenge, ${rules}`, () => challenge());
  }
  for (const [what, most] of [
    ['comment', 3],
    ['challenge', 3],
  ] as const) {
    const [before, after] = [costs[`${what} ${quietly}`]!, costs[`${what} the rules of a new site`]!];
    expect([after.calls - before.calls, after.wcu], what).toEqual([1, before.wcu]);
    expect(after.rcu - before.rcu, what).toBeLessThanOrEqual(most);
  }
  await stream.settle();
  const flagged = await costOf('comment, flagged', () => comment('Cho vay nóng, gọi ngay.'));
  await costOf('its item in the queue, and projections', stream.settle);
  const held = await costOf('comment of a new account, held', () =>
    bothOf(newcomer.token).comment('Cho vay nóng, gọi ngay.'),
  );
  await costOf('its item in the queue, and projections', stream.settle);
  expect(flagged.wcu).toBeLessThanOrEqual(10);
  expect(held.rcu).toBeLessThanOrEqual(16);
});

/** Clean texts of so many letters, each time another one, said again and again: what two of one person say is not alike. */
function unlikeTexts(): (letters: number) => string {
  const clean = readLabelled().clean.filter(({ text, findings }) => findings.length === 0 && text.length > 60);
  let at = 0;
  return (letters) => `${clean[at++]!.text} `.repeat(letters).slice(0, letters).trim();
}

it('costs no more where there are many comments and votes', () => {
  const measured = new Map(
    rows.map((row) => [row.split(' | ')[0]!.slice(2), row.split(' | ').slice(1).map(Number.parseFloat)]),
  );
  for (const [name, [rcu = 0, wcu = 0]] of measured) {
    if (!name.includes(', busy')) continue;
    const [quietRcu = 0, quietWcu = 0] = measured.get(name.replace(', busy', ', quiet')) ?? [];
    // A full page of solutions and comments weighs more than an empty one, and no more than that.
    expect(rcu - quietRcu, name).toBeLessThanOrEqual(2);
    expect(wcu, name).toBe(quietWcu);
  }
});
