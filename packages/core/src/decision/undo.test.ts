/**
 * Every effect and its undoing, on the table: once a decision is overturned, all is as it was before, whatever others did
 * meanwhile.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { projectParent } from '../card/answer-projection.ts';
import { projectCounters } from '../card/projection.ts';
import { editChallenge, getChallenge, listChallenges, raiseChallenge } from '../challenge/service.ts';
import { deleteComment, editComment, listComments, postComment } from '../comment/service.ts';
import { getItem, getItems } from '../db/get.ts';
import { bodyKey, cardKey, personKey } from '../db/keys.ts';
import { listEvents } from '../event/repo.ts';
import { projectRows } from '../listing/repo.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import type { ChallengeId, CommentId, ContentId, SolutionId, SubjectId } from '../shared/ids.ts';
import { newId } from '../shared/ids.ts';
import { after, day, hour, iso } from '../shared/time.ts';
import { getSolution, listSolutions, withdrawSolution } from '../solution/service.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { readShards, sumOf, sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makePublicSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { listTimeline } from '../timeline/service.ts';
import { newUploadId, recordUpload } from '../upload/service.ts';
import type { EffectAction } from './effect/list.ts';
import { findKept } from './repo.ts';
import { decide, overturn } from './testing-decide.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-11-03T02:00:00Z') };
const remark = {
  body: 'Hỏi ở số 24 ngõ Lan Bá để biết thêm',
  stance: 'neutral',
  parentId: null,
  organisation: null,
} as const;
const later = (ms: number) => {
  clock.now = after(clock.now, ms);
};

let author: Ctx;
let other: Ctx;
let moderator: Ctx;
let challenge: ChallengeId;
let solution: SolutionId;
let comment: CommentId;
let reply: CommentId;

beforeEach(async () => {
  clock.now = new Date('2026-11-03T02:00:00Z');
  const made = [{}, {}, { roles: ['moderator' as const] }].map(async (over) =>
    makeCtx(table, await makePerson(table, over), clock),
  );
  [author, other, moderator] = (await Promise.all(made)) as [Ctx, Ctx, Ctx];
  const closesAt = iso(after(clock.now, 20 * day));
  challenge = (await raiseChallenge(author, makeNewChallenge({ closesAt }))).id;
  // Events of one millisecond have no order.
  later(1);
  solution = (await makePublicSolution(author, challenge)).id;
  comment = (await postComment(author, challenge, remark)).id;
  later(1_000);
  reply = (await postComment(other, challenge, { ...remark, body: 'Cảm ơn bạn', parentId: comment })).id;
  await supportSubject(other, challenge);
  await supportSubject(other, solution);
  await project();
});

/** What the consumers and the queue do. */
async function project(): Promise<void> {
  await projectParent(moderator, challenge);
  await projectCounters(moderator, [challenge, solution]);
  await projectRows(moderator, [challenge, solution]);
}

/** What only says how often something was written, and when. */
const marks = new Set(
  'version challengeVersion requestId gsi3pk gsi3sk tallyRevision revision answersModerated'.split(' '),
);

function plain(item: object | undefined): unknown {
  const kept = Object.entries(item ?? {}).filter(
    ([name, value]) => !marks.has(name) && value !== null && value !== false,
  );
  // Texts out of which nothing is taken have no marks.
  const filled = kept.filter(
    ([name, value]) => name !== 'gaps' || Object.values(value).some((list) => (list as []).length),
  );
  return Object.fromEntries(filled.filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** All that there is of the content, and what readers see of it. */
async function stateOf() {
  await project();
  const keys = [
    cardKey(challenge),
    bodyKey(challenge),
    cardKey(solution),
    bodyKey(solution),
    cardKey(comment),
    cardKey(reply),
  ];
  const people = [author, other].map((ctx) => personKey((ctx.actor as PersonActor).id));
  const items = await getItems(moderator, [...keys, ...people], { consistent: true });
  const tallies = await Promise.all([challenge, solution].map(async (id) => await sumOfShards(id)));
  const index = { list: async () => ({ items: [], total: 0, nextCursor: null }) } as never;
  const lists = [
    (await listChallenges(other, index, { sort: 'new', limit: 100 })).items.filter(({ id }) => id === challenge),
    await listSolutions(other, challenge, { sort: 'new', limit: 100 }).then(
      ({ items }) => items,
      () => 'none',
    ),
    await listComments(other, challenge, { limit: 100 }).then(
      ({ items }) => items.map(plain),
      () => 'none',
    ),
  ];
  return {
    items: items.map(plain),
    tallies,
    lists: JSON.parse(JSON.stringify(lists, (name, value) => (marks.has(name) ? undefined : value))),
  };
}

/** As it is stored: what people are shown is never below zero. */
async function sumOfShards(id: SubjectId) {
  const { support, comments, solutions, trend } = sumOf(await readShards(moderator, id));
  return { support, comments, solutions, trend: trend.toPrecision(12) };
}

const address = 'số 24 ngõ Lan Bá';

describe.each<[string, () => ContentId, EffectAction, object]>([
  ['a challenge that is hidden', () => challenge, 'hide', {}],
  ['a solution that is hidden', () => solution, 'hide', {}],
  ['a comment that is hidden', () => comment, 'hide', {}],
  ['a reply that is hidden', () => reply, 'hide', {}],
  ['a challenge that is locked', () => challenge, 'lock', {}],
  ['a solution that is locked', () => solution, 'lock', {}],
  ['a challenge that is retagged', () => challenge, 'retag', { programme: 'P8', tags: ['y tế'] }],
  ['a solution that is retagged', () => solution, 'retag', { tags: ['y tế'] }],
  ['a challenge that is redacted', () => challenge, 'redact', { passages: ['Mỗi trận mưa lớn', 'ngã tư'] }],
  ['a solution that is redacted', () => solution, 'redact', { passages: ['Bể trữ nước mưa'] }],
  ['a comment that is redacted', () => comment, 'redact', { passages: [address] }],
  ['an author who is warned', () => comment, 'warn', {}],
  ['an author who is limited', () => comment, 'limit', { until: '2026-12-01T00:00:00.000Z' }],
  ['an author who is suspended', () => challenge, 'suspend', { until: '2026-12-01T00:00:00.000Z' }],
])('%s', (_, content, action, wanted) => {
  it('is as before once that is overturned', async () => {
    const before = await stateOf();
    const id = await decide(moderator, content(), action, wanted);
    const decided = await stateOf();
    if (action !== 'warn') expect(decided).not.toEqual(before);
    later(hour);
    expect(await overturn(author, moderator, id)).toBe(true);
    expect(await stateOf()).toEqual(before);
  });

  it('is as it would have been, with what others did meanwhile', async () => {
    const stranger = makeCtx(table, await makePerson(table), clock);
    /** Each of these may be refused while the decision stands. */
    const acts = () =>
      outcomesOf([
        supportSubject(stranger, challenge),
        supportSubject(stranger, solution),
        unsupportSubject(other, challenge),
        postComment(stranger, challenge, { ...remark, body: 'Tôi cũng nghĩ vậy' }),
      ]);
    const id = await decide(moderator, content(), action, wanted);
    const outcomes = await acts();
    await overturn(author, moderator, id);
    const { items, tallies } = await stateOf();
    const [votes, votesBelow, taken, said] = outcomes.map((outcome) => (outcome === 'done' ? 1 : 0));
    expect(tallies).toMatchObject([
      { support: 1 + votes! - taken!, comments: 2 + said!, solutions: 1 },
      { support: 1 + votesBelow!, comments: 0 },
    ]);
    expect(items[0]).toMatchObject({ status: 'open', counts: { support: tallies[0]!.support, comments: 2 + said! } });
    // All that was refused is possible again, and the counts go on from there.
    for (const [index, act] of [
      () => supportSubject(stranger, challenge),
      () => supportSubject(stranger, solution),
      () => unsupportSubject(other, challenge),
      () => postComment(stranger, challenge, { ...remark, body: 'Tôi cũng nghĩ vậy' }),
    ].entries())
      if (outcomes[index] !== 'done') await act();
    expect((await stateOf()).tallies).toMatchObject([
      { support: 1, comments: 3, solutions: 1 },
      { support: 2, comments: 0 },
    ]);
  });
});

describe('what is hidden', () => {
  const closed = { code: 'comments_closed' };

  it('takes no support and no comments, and its solutions are hidden with it', async () => {
    await decide(moderator, challenge, 'hide');
    await project();
    const hidden = { reason: 'spam', at: iso(clock.now), kind: 'challenge' };
    const missing = { code: 'challenge_not_found', data: { hidden } };
    await expect(getChallenge(other, challenge)).rejects.toMatchObject(missing);
    await expect(supportSubject(other, challenge)).rejects.toThrow();
    await expect(postComment(other, challenge, remark)).rejects.toMatchObject(missing);
    await expect(getSolution(other, solution)).rejects.toMatchObject({ code: 'solution_not_found', data: { hidden } });
    await expect(supportSubject(other, solution)).rejects.toMatchObject({ code: 'solution_not_found' });
    expect(await getChallenge(author, challenge)).toMatchObject({ status: 'hidden', hidden: { reason: 'spam' } });
    expect((await stateOf()).lists).toEqual([[], 'none', 'none']);
  });

  it('says nothing of drafts', async () => {
    const draft = (await raiseChallenge(author, makeNewChallenge({ draft: true }))).id;
    await expect(getChallenge(other, draft)).rejects.toMatchObject({ code: 'challenge_not_found', data: {} });
    await expect(decide(moderator, draft, 'hide')).rejects.toMatchObject({ code: 'action_not_possible' });
  });

  it('comes back closed when its end came meanwhile, as the job would have closed it', async () => {
    const id = await decide(moderator, challenge, 'hide');
    later(20 * day);
    await overturn(author, moderator, id);
    expect(await getChallenge(other, challenge)).toMatchObject({
      status: 'closed',
      closeReason: 'Đã đến ngày kết thúc',
    });
    await expect(supportSubject(author, challenge)).rejects.toMatchObject({ code: 'voting_closed' });
    await expect(postComment(other, challenge, remark)).rejects.toMatchObject(closed);
    const { items } = await listEvents(other, challenge, { limit: 3, consistent: true });
    expect(items.map(({ type }) => type).toSorted()).toEqual([
      'challenge_closed',
      'challenge_hidden',
      'challenge_restored',
    ]);
    expect(items.map(({ actor }) => actor)).toEqual([null, null, null]);
  });

  it('comes back with its end of voting, which stands though the job is late', async () => {
    const id = await decide(moderator, challenge, 'hide');
    await overturn(author, moderator, id);
    // The challenge is a second old.
    later(20 * day - 1_002);
    expect(await supportSubject(author, challenge)).toMatchObject({ support: 2 });
    later(1);
    await expect(unsupportSubject(author, challenge)).rejects.toMatchObject({ code: 'voting_closed' });
  });

  it('a solution leaves the count of its challenge, and comes back into it', async () => {
    await decide(moderator, solution, 'hide');
    expect((await stateOf()).tallies[0]).toMatchObject({ solutions: 0 });
    await decide(moderator, solution, 'restore');
    expect((await stateOf()).tallies[0]).toMatchObject({ solutions: 1 });
    await withdrawSolution(author, solution);
    const id = await decide(moderator, solution, 'hide');
    expect((await stateOf()).tallies[0]).toMatchObject({ solutions: 0 });
    await overturn(author, moderator, id);
    expect((await stateOf()).tallies[0]).toMatchObject({ solutions: 0 });
    expect(await getSolution(other, solution)).toMatchObject({ status: 'withdrawn' });
  });

  it('a comment keeps its place and its replies, and its text for its author', async () => {
    await decide(moderator, comment, 'hide', { reason: 'personal-data' });
    const seenBy = async (ctx: Ctx) => (await listComments(ctx, challenge, { limit: 10 })).items;
    const stub = { id: comment, status: 'hidden', hiddenFor: 'personal-data', body: '', bodyHtml: '', author: null };
    for (const ctx of [other, moderator, makeCtx(table, { kind: 'anonymous' }, clock)])
      expect(await seenBy(ctx)).toMatchObject([stub, { id: reply, status: 'visible', body: 'Cảm ơn bạn' }]);
    expect(await seenBy(author)).toMatchObject([{ body: remark.body, author: { id: expect.any(String) } }, {}]);
    await expect(editComment(author, comment, { body: 'Nói lại' })).rejects.toMatchObject({
      code: 'comment_not_found',
    });
  });

  it('a comment that its author deletes meanwhile stays deleted, and is counted out once', async () => {
    const id = await decide(moderator, comment, 'hide');
    await deleteComment(author, comment);
    expect((await sumTally(other, challenge)).comments).toBe(1);
    await overturn(author, moderator, id);
    expect((await sumTally(other, challenge)).comments).toBe(1);
    expect((await listComments(author, challenge, { limit: 10 })).items[0]).toMatchObject({
      status: 'deleted',
      body: '',
    });
  });

  it('stays hidden by a second decision when the first is overturned', async () => {
    const first = await decide(moderator, challenge, 'hide');
    await decide(moderator, challenge, 'restore');
    await decide(moderator, challenge, 'hide', { reason: 'illegal' });
    await overturn(author, moderator, first);
    expect(await getChallenge(author, challenge)).toMatchObject({ status: 'hidden', hidden: { reason: 'illegal' } });
  });
});

/** Holds back the transactions that are sent from now on, but for those within `past`. */
function holdWrites() {
  const held = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  let isPast = false;
  table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName.startsWith('TransactWrite') && !isPast) {
          first.resolve();
          await held.promise;
        }
        return next(args);
      },
    { step: 'initialize', name: 'hold' },
  );
  return {
    first: first.promise,
    async past<T>(write: () => Promise<T>): Promise<T> {
      isPast = true;
      return write();
    },
    release() {
      table.client.middlewareStack.remove('hold');
      held.resolve();
    },
  };
}

describe('at once', () => {
  const times = <T>(count: number, act: () => Promise<T>) => outcomesOf(Array.from({ length: count }, act));

  it('a comment is hidden once, and counted out once, also while its author edits and deletes it', async () => {
    const outcomes = await times(4, () => decide(moderator, comment, 'hide'));
    expect(outcomes.toSorted()).toEqual([...Array(3).fill('action_not_possible'), 'done']);
    expect((await sumTally(other, challenge)).comments).toBe(1);
    const [hidden, edited, deleted] = await outcomesOf([
      decide(moderator, reply, 'hide'),
      editComment(other, reply, { body: 'Sửa lại' }),
      deleteComment(other, reply),
    ]);
    expect([hidden, edited, deleted]).toContain('done');
    expect((await sumTally(other, challenge)).comments).toBe(0);
  });

  it('a challenge is hidden once, whatever its author edits meanwhile', async () => {
    const edit = editChallenge(author, challenge, { version: 1, title: 'Một tiêu đề rõ ràng hơn' });
    const [edited, ...hidden] = await outcomesOf([
      edit,
      ...Array.from({ length: 3 }, () => decide(moderator, challenge, 'hide')),
    ]);
    expect(['done', 'version_conflict', 'challenge_closed']).toContain(edited);
    expect(hidden.toSorted()).toEqual(['action_not_possible', 'action_not_possible', 'done']);
    const events = (await listEvents(other, challenge, { limit: 20, consistent: true })).items;
    expect(events.filter(({ type }) => type === 'challenge_hidden')).toHaveLength(1);
  });

  it('a comment that is under way when comments are locked, new or edited, is refused', async () => {
    for (const write of [
      () => postComment(other, challenge, remark),
      () => editComment(other, reply, { body: 'Sửa lại' }),
    ]) {
      const sent = holdWrites();
      const writing = outcomesOf([write()]);
      await sent.first;
      // Written past the hold, as if from another machine.
      const id = await sent.past(() => decide(moderator, challenge, 'lock'));
      sent.release();
      expect(await writing).toEqual(['comments_closed']);
      await overturn(author, moderator, id);
      await write();
      await decide(moderator, challenge, 'lock');
      expect(await outcomesOf([write()])).toEqual(['comments_closed']);
      await decide(moderator, challenge, 'unlock');
    }
    expect((await sumTally(other, challenge)).comments).toBe(3);
  });

  it('what is locked is still supported, and one takes back what one said', async () => {
    await decide(moderator, challenge, 'lock');
    expect(await supportSubject(author, challenge)).toMatchObject({ support: 2 });
    await deleteComment(other, reply);
    expect(await getChallenge(other, challenge)).toMatchObject({ locked: { reason: 'spam' }, comments: 2 });
  });

  it('two decisions about one person both hold, and each is undone by itself', async () => {
    const until = ['2026-11-10T00:00:00.000Z', '2026-11-20T00:00:00.000Z'];
    const suspend = (end: string) => decide(moderator, comment, 'suspend', { until: end });
    const sent = holdWrites();
    const writing = suspend(until[0]!);
    await sent.first;
    // It has read the person as they were before this one.
    const second = await sent.past(() => suspend(until[1]!));
    sent.release();
    const first = await writing;
    const restrictions = async () =>
      (await getItem(moderator, personKey((author.actor as PersonActor).id), { consistent: true }))?.restrictions;
    expect(await restrictions()).toHaveLength(2);
    await overturn(author, moderator, first);
    expect(await restrictions()).toEqual([{ kind: 'suspend', until: until[1], decision: second }]);
    await decide(moderator, comment, 'lift');
    await overturn(author, moderator, second);
    expect(await restrictions()).toEqual([]);
  });
});

describe('what is tagged anew', () => {
  it('stays where its author has chosen meanwhile, and goes back where not', async () => {
    const id = await decide(moderator, challenge, 'retag', { programme: 'P8', tags: ['y tế'] });
    const { version, tags } = await getChallenge(author, challenge);
    expect(tags).toEqual(['y tế']);
    await editChallenge(author, challenge, { version, tags: ['sức khỏe'] });
    expect(await overturn(author, moderator, id)).toBe(false);
    expect(await getChallenge(other, challenge)).toMatchObject({ programme: 'P5', tags: ['sức khỏe'] });
  });

  it('is refused where nothing changes, in what a solution inherits, and where only agencies post', async () => {
    const retag = (content: SubjectId, wanted: object) => decide(moderator, content, 'retag', wanted);
    await expect(retag(challenge, { programme: 'P5' })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(retag(challenge, {})).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(retag(solution, { programme: 'P8' })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(retag(challenge, { programme: 'P6' })).rejects.toMatchObject({ code: 'programme_restricted' });
  });
});

describe('what is taken out', () => {
  const bodyOf = async (ctx: Ctx) => (await getChallenge(ctx, challenge)).body;

  it('comes back in any order, beside what its author has edited', async () => {
    const before = await bodyOf(author);
    const first = await decide(moderator, challenge, 'redact', { passages: ['Mỗi trận mưa lớn'] });
    const second = await decide(moderator, challenge, 'redact', { passages: ['không thoát kịp'] });
    expect(await bodyOf(other)).toBe('[…], nước dồn về ngã tư và […]. Cần một cách trữ nước tạm thời.');
    const { version, body } = await getChallenge(author, challenge);
    await editChallenge(author, challenge, { version, body: body.replace('tạm thời', 'lâu dài') });
    expect(await overturn(author, moderator, first)).toBe(true);
    expect(await bodyOf(other)).toBe('Mỗi trận mưa lớn, nước dồn về ngã tư và […]. Cần một cách trữ nước lâu dài.');
    expect(await overturn(author, moderator, second)).toBe(true);
    expect(await bodyOf(other)).toBe(before.replace('tạm thời', 'lâu dài'));
  });

  it('stays out where its author has written the place anew', async () => {
    const id = await decide(moderator, challenge, 'redact', { passages: ['Mỗi trận mưa lớn', 'Ngập sâu'] });
    const { version } = await getChallenge(author, challenge);
    const anew = 'Từ năm ngoái, nước dồn về ngã tư và không thoát kịp mỗi khi trời mưa to.';
    await editChallenge(author, challenge, { version, body: anew });
    expect(await overturn(author, moderator, id)).toBe(false);
    expect(await getChallenge(other, challenge)).toMatchObject({ body: anew, title: makeNewChallenge().title });
  });

  it('is kept for as long as an appeal may come or waits, and no longer', async () => {
    const [over, waiting] = [await redactComment(comment), await redactComment(reply, 'Cảm ơn')];
    later(30 * day);
    expect(await findKept(moderator, over)).toMatchObject({ texts: { body: [address] } });
    expect(await findKept(moderator, waiting)).toBeDefined();
    later(3 * day);
    expect(await findKept(moderator, over)).toBeUndefined();
  });

  const redactComment = (id: CommentId, passage = address) => decide(moderator, id, 'redact', { passages: [passage] });

  it('a title is gone from timelines too, as long as it is out or hidden', async () => {
    const titles = async () =>
      (await listTimeline(other, challenge, { limit: 10 })).items
        .map(({ data }) => data.title)
        .filter((one) => one !== undefined);
    const before = await titles();
    expect(before).toEqual([(await getSolution(other, solution)).title, makeNewChallenge().title]);
    const above = await decide(moderator, challenge, 'redact', { passages: ['Ngập sâu'] });
    const below = await decide(moderator, solution, 'redact', { passages: ['nước mưa'] });
    expect(await titles()).toEqual(['Bể trữ […] dưới sân trường', '[…] ở ngã tư sau mỗi trận mưa lớn']);
    const hidden = await decide(moderator, solution, 'hide');
    expect((await titles())[0]).toBe('');
    for (const id of [above, below, hidden]) await overturn(author, moderator, id);
    expect(await titles()).toEqual(before);
  });

  it('a picture goes with its cover, and comes back to its place', async () => {
    const upload = async () => {
      const id = await newUploadId(author);
      await recordUpload(author, id, { width: 800, height: 600 });
      return { id, alt: `Ảnh ${id.slice(-4)}` };
    };
    const images = [await upload(), await upload(), await upload()];
    const { version } = await getChallenge(author, challenge);
    await editChallenge(author, challenge, { version, images });
    const before = await stateOf();
    const first = images[0]!.id;
    const id = await decide(moderator, challenge, 'redact', { pictures: [first] });
    expect((await getChallenge(other, challenge)).images.map((image) => image.id)).toEqual([
      images[1]!.id,
      images[2]!.id,
    ]);
    expect(JSON.stringify(await stateOf())).not.toContain(first);
    expect(await overturn(author, moderator, id)).toBe(true);
    expect(await stateOf()).toEqual(before);
  });

  it('is refused where a passage or picture does not stand in it', async () => {
    const missing = { code: 'passage_missing' };
    for (const wanted of [
      {},
      { passages: ['không có trong bài'] },
      { passages: ['ngã tư', 'không có'] },
      { pictures: [newId('upload', moderator)] },
    ])
      await expect(decide(moderator, challenge, 'redact', wanted)).rejects.toMatchObject(missing);
    await decide(moderator, challenge, 'redact', { passages: ['ngã tư'] });
    await expect(decide(moderator, challenge, 'redact', { passages: ['[…]'] })).rejects.toMatchObject(missing);
  });
});
