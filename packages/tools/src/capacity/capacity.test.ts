/** The capacity model: its measures agree with one another, its arithmetic holds, and its report says it all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assumptions, assumptions, secondsPerMonth } from './assumptions.ts';
import { totalOf } from './bill.ts';
import { mostVotesPerSecond, simulateConflicts } from './conflicts.ts';
import { demandOf, monthOf } from './demand.ts';
import { fullestShareOf, hotSpotsAt } from './hot-spots.ts';
import { kindOf, sizeOf, storedOf } from './items.ts';
import { roomOf } from './limits.ts';
import { type ActionName, actionNames, type Measurements, measure } from './measure.ts';
import { type Model, modelOf } from './model.ts';
import { type Network, openNetwork } from './network.ts';
import type { PartitionLoad } from './partition-load.ts';
import { prices } from './prices.ts';
import { reportOf } from './report.ts';
import { keptAfter } from './storage.ts';

let network: Network;
let measured: Measurements;
let model: Model;
beforeAll(async () => {
  network = await openNetwork();
  measured = await measure(network, { supporters: 4, commenters: 3, solutions: 2, others: 3, voters: 16 });
  model = modelOf(assumptions, measured);
}, 60_000);
afterAll(() => network.close());

const wcuOf = (load: PartitionLoad) => [...load.values()].reduce((sum, { wcu }) => sum + wcu, 0);

describe('what is measured', () => {
  it('is something for each action, and writes only where something is written', () => {
    for (const name of actionNames) {
      const { request, asks } = measured.actions[name];
      expect(request.calls, name).toBeGreaterThan(0);
      expect(asks, name).toBeGreaterThan(0);
      expect(request.wcu > 0, name).toBe(!/page|signed in/.test(name));
    }
  });

  it('is the same in all by the meter of costs and by the load of each partition', () => {
    const { load, actions } = measured;
    expect(wcuOf(load.votes)).toBeCloseTo(load.voters * actions.support.request.wcu);
    expect(wcuOf(load.projection)).toBeCloseTo(actions.support.projections.wcu);
  });

  it('is of that action alone: reading sets off nothing, and ten votes together little more than one', () => {
    expect(measured.actions['challenge page'].projections).toMatchObject({ rcu: 0, wcu: 0 });
    expect(measured.windowOfTen.wcu).toBeLessThan(2 * measured.actions.support.projections.wcu);
  });

  it('leaves at least the text that was written, and a copy in each list', () => {
    const { stored } = measured.actions.challenge;
    expect(stored.bytes).toBeGreaterThan(assumptions.texts.body);
    expect(stored.items).toBeGreaterThanOrEqual(3 + 5);
    expect(measured.actions['list page'].stored.items).toBe(0);
  });
});

describe('sizes', () => {
  it('are counted as DynamoDB counts them', () => {
    // Names 2 + 2 + 1, letters 1 + 1, and two bytes for each Vietnamese one; a number takes half its digits and one.
    expect(sizeOf({ pk: 'a', sk: 'b', n: 123 })).toBe(5 + 2 + 3);
    expect(sizeOf({ t: 'đà' })).toBe(1 + 4);
    expect(sizeOf({ l: ['ab', true], m: { x: 1 } })).toBe(1 + (3 + 3 + 2) + 1 + (3 + 1 + 1 + 2));
  });

  it('count a copy for each index, and nothing that expires', () => {
    const item = { pk: 'a', sk: 'b' };
    expect(storedOf([item, { ...item, ttl: 1 }])).toEqual({ items: 1, bytes: 106, indexBytes: 0 });
    expect(storedOf([{ ...item, gsi1pk: 'x', gsi1sk: 'y' }])).toEqual({ items: 1, bytes: 120, indexBytes: 120 });
  });

  it('are told by the kind of key', () => {
    expect(kindOf({ pk: 'VOTE#chl_1#3', sk: 'per_1' })).toBe('VOTE#…');
    expect(kindOf({ pk: 'chl_1', sk: 'BODY' })).toBe('chl_… BODY');
  });
});

describe('the arithmetic', () => {
  const only = (name: ActionName, count: number) =>
    Object.fromEntries(actionNames.map((one) => [one, one === name ? count : 0])) as Record<ActionName, number>;

  it('lets pages reach the functions unless the CDN has them and nobody is signed in', () => {
    const a: Assumptions = { ...assumptions, cdnHitShare: 0.5, shareOfPagesSignedIn: 0.2 };
    const counts = monthOf(a);
    const pages = counts['home page'] + counts['list page'] + counts['challenge page'];
    expect(pages).toBeCloseTo(20_000_000 * (0.2 + 0.8 * 0.5));
    expect(counts.challenge + counts.solution).toBeCloseTo(5_000);
    expect(counts.support).toBe(500_000);
  });

  it('adds projections to requests, once a vote alone and a few times a second for a crowd', () => {
    const { request, projections } = measured.actions.support;
    expect(demandOf(only('support', 100), measured).wcu).toBe(100 * (request.wcu + projections.wcu));
    expect(demandOf(only('support', 100), measured, true).wcu).toBe(100 * request.wcu + 8 * projections.wcu);
  });

  it('keeps ten times as much after ten years as after one', () => {
    const [one, ten] = [keptAfter(12, assumptions, measured), keptAfter(120, assumptions, measured)];
    expect(ten.tableGb).toBeCloseTo(10 * one.tableGb);
    const votes = one.byAction.find(({ name }) => name === 'support')!;
    const { bytes, indexBytes } = measured.actions.support.stored;
    expect(votes.gb).toBeCloseTo((6_000_000 * (bytes + indexBytes)) / 1e9);
    expect(ten.subjects).toBe(600_000);
  });

  it('sums up the bill, and charges units at their price', () => {
    const { years, month, mean } = model;
    const { bill } = years[1];
    const dollarsOf = (part: string) => bill.find((line) => line.part === part)!.dollars;
    expect(totalOf(bill)).toBeCloseTo(bill.map(({ dollars }) => dollars).reduce((sum, dollars) => sum + dollars));
    expect(dollarsOf('DynamoDB: writes')).toBeCloseTo(month.wcu * prices.writeUnit);
    expect(dollarsOf('Backups')).toBeCloseTo(years[1].kept.tableGb * 17 * prices.backupGbMonth);
    expect(mean.rcu * secondsPerMonth).toBeCloseTo(month.rcu);
    for (const { part, dollars } of bill) expect(dollars, part).toBeGreaterThan(0);
  });

  it('puts what breaks first in front', () => {
    const rooms = model.limits.map(roomOf);
    expect(rooms).toEqual(rooms.toSorted((one, other) => one - other));
    expect(rooms.every((room) => room > 0 && Number.isFinite(room))).toBe(true);
  });
});

describe('load', () => {
  it('grows with the crowd, and names no single person', () => {
    const crowd = { pagesPerVote: 2, webMs: 70 };
    const at = (votesPerSecond: number) => hotSpotsAt(measured.load, { votesPerSecond, ...crowd }, 0.125);
    const card = (votesPerSecond: number) => at(votesPerSecond).find(({ partition }) => partition === 'chl_…')!;
    expect(card(1_000).rcu - card(500).rcu).toBeCloseTo(card(1_500).rcu - card(1_000).rcu);
    expect(at(100).some(({ partition }) => partition.includes('per_'))).toBe(false);
    // A vote writes its tally shard and itself, two units each in a transaction.
    const tally = at(1_000).find(({ partition }) => partition.startsWith('TALLY#'))!;
    expect(tally.wcu).toBeCloseTo(1_000 * 2 * 0.125);
  });

  it('of the card hardly grows with the pages of those signed in, who read their own vote and follow', () => {
    const at = (pagesPerVote: number) =>
      new Map(
        hotSpotsAt(measured.load, { votesPerSecond: 100, pagesPerVote, webMs: 70 }, 0.125).map((spot) => [
          spot.partition,
          spot,
        ]),
      );
    const more = (partition: string) => (at(2).get(partition)?.rcu ?? 0) - (at(1).get(partition)?.rcu ?? 0);
    expect(more('chl_…')).toBeLessThan(10);
    expect(more('FOLLOW#chl_…')).toBe(100);
  });

  it('deals people out evenly', () => {
    expect(fullestShareOf(20_000)).toBeGreaterThan(1 / 8);
    expect(fullestShareOf(20_000)).toBeLessThan(1.1 / 8);
  });
});

describe('conflicts', () => {
  it('need two at once, and are fewer with more shards', () => {
    expect(simulateConflicts({ shards: 8, perSecond: 0.1, transactionMs: 10 }).conflictsPerVote).toBe(0);
    const met = (shards: number) => simulateConflicts({ shards, perSecond: 300, transactionMs: 10, seconds: 5 }).met;
    expect(met(8)).toBeGreaterThan(2 * met(32));
  });

  it('never let more through than fit one after the other', () => {
    const { givenUp } = simulateConflicts({ shards: 1, perSecond: 200, transactionMs: 10, seconds: 10 });
    // A hundred a second fit; those of the last seconds are served a little later.
    expect(1 - givenUp).toBeLessThan(0.6);
    expect(mostVotesPerSecond(1, 10)).toBeLessThan(100);
  });
});

it('the report has all tables, and a figure in every cell', () => {
  const report = reportOf(assumptions, measured, model);
  expect(report.match(/^## .+/gm)).toHaveLength(9);
  expect(report).toContain('`LIST#challenges`');
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
}, 60_000);
