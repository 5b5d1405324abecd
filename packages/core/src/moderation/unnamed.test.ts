/** Timelines never name moderators, whatever they did to what is not theirs; nor where former events did. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { listEntries } from '../audit/repo.ts';
import { closeChallenge, reopenChallenge } from '../challenge/service.ts';
import { eventKey } from '../db/keys.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { type ChallengeId, newId } from '../shared/ids.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { listTimeline } from '../timeline/service.ts';
import { closeByHand } from './at-once.ts';

const table = useTable();
let author: Ctx;
let lan: Ctx;
beforeAll(async () => {
  author = makeCtx(table, await makePerson(table));
  lan = makeCtx(table, await makePerson(table, { name: 'Lan', roles: ['moderator'] }));
});

const told = async (id: ChallengeId) =>
  (await listTimeline(author, id, { limit: 10 })).items.map(({ type, actor, moderators = false }) => ({
    type,
    by: actor?.id ?? null,
    moderators,
  }));
const idOf = ({ actor }: Ctx) => (actor as PersonActor).id;

describe('closing and reopening', () => {
  it('by moderators names none of them', async () => {
    const { id } = await makePublicChallenge(author);
    await closeByHand(lan, id, 'Đã có lời giải');
    await reopenChallenge(lan, id, { reason: 'Đóng nhầm', closesAt: null });
    expect(await told(id)).toEqual([
      { type: 'challenge_reopened', by: null, moderators: true },
      { type: 'challenge_closed', by: null, moderators: true },
      { type: 'challenge_raised', by: idOf(author), moderators: false },
    ]);
    const { items } = await listEntries(lan, { subject: id, limit: 10 });
    expect(items.map(({ action, by }) => [action, by])).toEqual([
      ['challenge_reopened', idOf(lan)],
      ['decision_close', idOf(lan)],
    ]);
  });

  it('by those who made it names them, also where they moderate', async () => {
    const { id } = await makePublicChallenge(lan);
    await closeChallenge(lan, id, 'Đã có lời giải');
    expect((await told(id))[0]).toEqual({ type: 'challenge_closed', by: idOf(lan), moderators: false });
  });

  it.each([
    ['challenge_reopened', 'author', null, null],
    ['challenge_closed', 'lan', null, null],
    ['challenge_closed', 'lan', undefined, null],
    ['challenge_closed', 'author', null, 'author'],
  ])('%s by %s, as it was stored before, names %s', async (type, by, organisation, named) => {
    const { id } = await makePublicChallenge(author);
    const people = { author, lan };
    const actor = { id: idOf(people[by as 'lan']), name: 'Lan' };
    const event = newId('event', author);
    const item = { id: event, type, at: new Date().toISOString(), actor, organisation, data: { reason: 'Xong' } };
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...eventKey(id, event), ...item } }));
    const [last] = await told(id);
    expect(last).toEqual({ type, by: named ? idOf(people[named as 'lan']) : null, moderators: !named });
  });
});
