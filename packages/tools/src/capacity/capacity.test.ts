/** The capacity model: its measures agree with one another, its arithmetic holds, and its report says it all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assumptions, assumptions } from './assumptions.ts';
import { totalOf } from './bill.ts';
import { busiestSecondOf, demandOf, monthOf } from './demand.ts';
import { deployed } from './deployed.ts';
import { hotSpotsAt } from './hot-spots.ts';
import { kindOf, sizeOf, storedOf } from './items.ts';
import { roomOf } from './limits.ts';
import { type ActionName, actionNames, type Measurements, measure } from './measure.ts';
import { type Model, modelOf } from './model.ts';
import { type Network, openNetwork } from './network.ts';
import type { PartitionLoad } from './partition-load.ts';
import { dollarsFor, prices } from './prices.ts';
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
      const { request, requests } = measured.actions[name];
      expect(request.calls, name).toBeGreaterThan(0);
      expect(requests, name).toBeGreaterThan(0);
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

  it('leaves at least the text that was written, and one row in a list', () => {
    const { stored } = measured.actions.challenge;
    expect(stored.bytes).toBeGreaterThan(assumptions.texts.body);
    expect(stored.items).toBeGreaterThanOrEqual(3 + 1);
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
  const only = (name: ActionName, count: number) => ({
    ...(Object.fromEntries(actionNames.map((one) => [one, one === name ? count : 0])) as Record<ActionName, number>),
    pages: 0,
  });

  it('makes pages unless the CDN has them and nobody is signed in', () => {
    const a: Assumptions = { ...assumptions, cdnHitShare: 0.5, shareOfPagesSignedIn: 0.2 };
    const counts = monthOf(a);
    expect(counts.pages).toBeCloseTo(20_000_000 * (0.2 + 0.8 * 0.5));
    expect(counts['home page'] + counts['list page'] + counts['challenge page']).toBeCloseTo(counts.pages);
    expect(counts.challenge + counts.solution).toBeCloseTo(5_000);
    expect(counts.support).toBe(500_000);
  });

  it('projects votes each alone when they are spread, and a few times a second when they are on one subject', () => {
    const { request, projections } = measured.actions.support;
    expect(demandOf(only('support', 100), measured).wcu).toBe(100 * (request.wcu + projections.wcu));
    expect(demandOf(only('support', 100), measured, 'one subject').wcu).toBe(100 * request.wcu + 8 * projections.wcu);
  });

  it('a burst on one subject reads its public part from the cache; spread over many, each page reads it', () => {
    const pages = 139 * 2;
    const one = busiestSecondOf(assumptions, 'one subject');
    const many = busiestSecondOf(assumptions, 'many subjects');
    expect(one['challenge page']).toBeLessThan(pages / 10);
    expect(many['challenge page']).toBeGreaterThan(pages * 0.99);
    expect(one.pages).toBe(many.pages);
    expect(one.pages).toBeGreaterThan(pages * 0.99);
  });

  it('votes spread over subjects are no more than a new table takes', () => {
    const room = (name: string) => roomOf(model.limits.find((limit) => limit.name === name)!);
    expect(room('a new table, written, votes spread over subjects')).toBeGreaterThan(1.2);
    expect(room('a new table, written, votes on one subject')).toBeGreaterThan(2);
  });

  it('keeps ten times as much after ten years as after one', () => {
    const [one, ten] = [keptAfter(12, assumptions, measured), keptAfter(120, assumptions, measured)];
    expect(ten.tableGb).toBeCloseTo(10 * one.tableGb);
    const votes = one.byAction.find(({ name }) => name === 'support')!;
    const { bytes, indexBytes } = measured.actions.support.stored;
    expect(votes.gb).toBeCloseTo((6_000_000 * (bytes + indexBytes)) / 1e9);
    expect(ten.subjects).toBe(600_000);
  });

  it('puts what breaks first in front', () => {
    const rooms = model.limits.map(roomOf);
    expect(rooms).toEqual(rooms.toSorted((one, other) => one - other));
    expect(rooms.every((room) => room > 0 && Number.isFinite(room))).toBe(true);
  });
});

describe('the bill', () => {
  const lineOf = (name: string) => model.years[1].bill.find((line) => line.name === name)!;

  it('has a line for each price, none of them for nothing but what is free', () => {
    const { bill } = model.years[1];
    expect(bill.map(({ name }) => name)).toEqual(Object.keys(prices));
    expect(totalOf(bill)).toBeCloseTo(bill.map(({ dollars }) => dollars).reduce((sum, dollars) => sum + dollars));
    for (const { name, units, dollars } of bill) {
      expect(units, name).toBeGreaterThan(0);
      expect(dollars > 0, name).toBe(units > prices[name].free);
    }
  });

  it('charges what is beyond the free amount', () => {
    expect(dollarsFor('cdnGb', 1_024)).toBe(0);
    expect(dollarsFor('cdnGb', 1_124)).toBeCloseTo(100 * 0.12);
    expect(dollarsFor('apiRequest', 2_000_000)).toBeCloseTo(2.5);
  });

  it('counts two reads of the key-value store for a page and a picture, three for a file', () => {
    // 20 million pages, 11 files with a million first visits; a picture on every second page.
    expect(lineOf('cdnKeyRead').units).toBe(20_000_000 * 2 + 11_000_000 * 3 + 10_000_000 * 2);
    expect(lineOf('firewallRequest').units).toBe(41_000_000);
  });

  it('counts the pollers of idle queues', () => {
    expect(lineOf('queueRequest').units).toBeGreaterThan(deployed.queues * 640_000);
  });

  it('of a stage that nobody visits is what stands there: firewall, key, alarms, metrics', () => {
    expect(totalOf(model.idle)).toBeLessThan(totalOf(model.years[0].bill) / 4);
    expect(model.idle.find(({ name }) => name === 'firewallRule')!.dollars).toBe(7);
    expect(model.idle.find(({ name }) => name === 'apiRequest')!.dollars).toBe(0);
  });
});

describe('load', () => {
  const burst = { pagesPerVote: 2, webMs: 70 };

  it('grows with the burst, and names no single person', () => {
    const at = (votesPerSecond: number) => hotSpotsAt(measured.load, { votesPerSecond, ...burst });
    const card = (votesPerSecond: number) => at(votesPerSecond).find(({ partition }) => partition === 'chl_…')!;
    expect(card(1_000).rcu - card(500).rcu).toBeCloseTo(card(1_500).rcu - card(1_000).rcu);
    expect(at(100).some(({ partition }) => partition.includes('per_'))).toBe(false);
    // A vote writes its tally shard and itself, two units each in a transaction; there are eight shards.
    const tally = at(1_000).find(({ partition }) => partition.startsWith('TALLY#'))!;
    expect(tally.wcu).toBeCloseTo((1_000 * 2) / 8);
  });

  it('of the card hardly grows with the pages of those signed in, who read their own vote and follow', () => {
    const at = (pagesPerVote: number) =>
      new Map(
        hotSpotsAt(measured.load, { votesPerSecond: 100, ...burst, pagesPerVote }).map((spot) => [
          spot.partition,
          spot,
        ]),
      );
    const more = (partition: string) => (at(2).get(partition)?.rcu ?? 0) - (at(1).get(partition)?.rcu ?? 0);
    expect(more('chl_…')).toBeLessThan(10);
    expect(more('FOLLOW#chl_…')).toBe(100);
  });
});

it('the report has all tables, and a figure in every cell', () => {
  const report = reportOf(assumptions, measured, model);
  expect(report.match(/^## .+/gm)).toHaveLength(8);
  expect(report).toContain('`LIST#challenges`');
  expect(report).toContain('unread');
  expect(report).not.toMatch(/NaN|undefined|Infinity|null/);
});
