/** Which requests a flag refuses: what writes, and what has a switch of its own; reading goes on. */
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../api/endpoint.ts';
import { allEndpoints } from '../contracts.ts';
import { makeActor } from '../testing/context.ts';
import { bannerNow, canBeOff, refusingFlag, unverifiedAct } from './rules.ts';
import { defaultFlags, flagsSchema } from './schema.ts';

const endpoint = (over: Partial<Endpoint>) =>
  ({
    method: 'POST',
    pace: 'free',
    bodyLimit: 1,
    path: '/things',
    summary: 'A thing',
    access: 'signed-in',
    status: 200,
    ...over,
  }) as Endpoint;
const reads = endpoint({ method: 'GET' });
const writes = endpoint({});
const comments = endpoint({ switch: 'comments' });
const readsSwitched = endpoint({ method: 'GET', switch: 'signIn' });
const staysOn = endpoint({ staysOn: true, switch: 'signIn' });

it('what only reads can’t be off, nor what stays on', () => {
  const all = { reads, writes, comments, readsSwitched, staysOn };
  const able = Object.entries(all).filter(([, one]) => canBeOff(one));
  expect(able.map(([name]) => name)).toEqual(['writes', 'comments', 'readsSwitched']);
});

describe('a request', () => {
  it.each([reads, writes, comments, readsSwitched, staysOn])(
    'case %# goes on as long as nobody has set anything',
    (one) => {
      expect(refusingFlag(defaultFlags, one)).toBeUndefined();
    },
  );

  it('is refused by its own switch alone', () => {
    const flags = { ...defaultFlags, comments: false, signIn: false };
    const refused = [reads, writes, comments, readsSwitched, staysOn].map((one) => refusingFlag(flags, one));
    expect(refused).toEqual([undefined, undefined, 'comments', 'signIn', undefined]);
  });

  it('is refused while nothing is written, whatever its switch says', () => {
    const flags = { ...defaultFlags, readOnly: true, comments: false };
    const refused = [reads, writes, comments, staysOn].map((one) => refusingFlag(flags, one));
    expect(refused).toEqual([undefined, 'readOnly', 'readOnly', undefined]);
  });
});

it('an electronic identity is asked for what makes, edits and supports, by the switch of each endpoint', () => {
  const flags = { ...defaultFlags, eid: ['challenges', 'comments', 'support'] as (typeof defaultFlags)['eid'] };
  const asks = (assurance: 'email' | 'eid') =>
    allEndpoints().filter(({ endpoint }) => unverifiedAct(flags, endpoint, makeActor({ assurance })));
  const names = asks('email').map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['raiseChallenge', 'editChallenge', 'commentOnSolution', 'supportChallenge']),
  );
  expect(names.filter((name) => /^(un|delete|discard|withdraw|get|list|draftSolution|findAlike)/.test(name))).toEqual(
    [],
  );
  expect(asks('eid')).toEqual([]);
});

it('everything is on and nothing is said where nobody has set anything', () => {
  expect(defaultFlags).toMatchObject({
    readOnly: false,
    challenges: true,
    solutions: true,
    comments: true,
    support: true,
    uploads: true,
    signIn: true,
    demo: false,
    banner: null,
  });
});

it('a banner shows from its first instant up to its last', () => {
  const banner = { vi: 'a', en: 'b', from: '2026-11-29T15:00:00.000Z', until: '2026-11-29T17:00:00.000Z' };
  const times = ['14:59:59.999', '15:00:00.000', '16:59:59.999', '17:00:00.000'];
  const shown = (over: object) =>
    times.map((time) => bannerNow({ ...banner, ...over }, new Date(`2026-11-29T${time}Z`)) !== null);
  expect(shown({})).toEqual([false, true, true, false]);
  expect(shown({ from: undefined })).toEqual([true, true, true, false]);
  expect(shown({ until: undefined })).toEqual([false, true, true, true]);
  expect(bannerNow(null, new Date())).toBeNull();
});

it('a banner says something of up to 300 characters in both languages', () => {
  const fits = (banner: unknown) => flagsSchema.safeParse({ ...defaultFlags, banner }).success;
  const banners = [null, { vi: 'a', en: 'b' }, { vi: 'a' }, { vi: 'a', en: ' ' }];
  expect(banners.map(fits)).toEqual([true, true, false, false]);
  expect([300, 301].map((length) => fits({ vi: 'x'.repeat(length), en: 'y' }))).toEqual([true, false]);
  expect(flagsSchema.parse({ ...defaultFlags, banner: { vi: ' a ', en: 'b' } }).banner?.vi).toBe('a');
});
