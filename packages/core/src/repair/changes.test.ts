/** The index of changes: each public item once, at its latest change, by the machine's clock; and following it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { projectCounters } from '../card/projection.ts';
import { closeChallenge, editChallenge, raiseChallenge } from '../challenge/service.ts';
import { postComment } from '../comment/service.ts';
import { changedPartition, changeShardCount } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { draftSolution, submitSolution, withdrawSolution } from '../solution/service.ts';
import { supportSubject } from '../support/service.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { followChanges } from './changes.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
const far = new Date('2100-01-01T00:00:00Z');
let ctx: Ctx;
beforeEach(async () => {
  // Long ago by the clock of the request: an import of old things.
  ctx = makeCtx(table, await makePerson(table), { now: new Date('2019-05-01T00:00:00Z') });
});

/** When each thing changed last, by the index. */
async function changes(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let shard = 0; shard < changeShardCount; shard++) {
    const partition = changedPartition(shard);
    const list = { list: 'test', index: 'gsi3', partition, order: 'ascending', limit: 1_000 } as const;
    for (const { pk, gsi3sk } of (await queryPage(system, list)).items) {
      expect(found.has(pk), 'a thing stands there once').toBe(false);
      const [time, id] = String(gsi3sk).split('#');
      expect(id).toBe(pk);
      found.set(pk, time!);
    }
  }
  return found;
}

/** Runs `change`, and says when the thing changed: in its course, by the machine's clock. */
async function changedBy(id: string, change: () => Promise<unknown>): Promise<boolean> {
  const before = new Date().toISOString();
  await change();
  const time = (await changes()).get(id) ?? '';
  return before <= time && time <= new Date().toISOString();
}

describe('a thing takes its newest place', () => {
  it('when it is raised, edited, counted and closed', async () => {
    let id = '' as SubjectId & { readonly __id: 'challenge' };
    const raise = async () => {
      ({ id } = await raiseChallenge(ctx, makeNewChallenge()));
    };
    await raise();
    expect(await changedBy(id, () => editChallenge(ctx, id, { version: 1, title: 'Một tiêu đề khác' }))).toBe(true);
    await supportSubject(ctx, id);
    expect(await changedBy(id, () => projectCounters(system, [id]))).toBe(true);
    expect(await changedBy(id, () => closeChallenge(ctx, id, 'Đã xong'))).toBe(true);
    const comment = (await changes()).size;
    expect(comment).toBeGreaterThan(0);
  });

  it('only from the time it is public', async () => {
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    const draft = await raiseChallenge(ctx, makeNewChallenge({ draft: true }));
    const solution = await draftSolution(ctx, id, makeNewSolution());
    const thrownAway = await draftSolution(ctx, id, makeNewSolution());
    await withdrawSolution(ctx, thrownAway.id);
    await projectCounters(system, [draft.id, solution.id, thrownAway.id]);
    const unseen = await changes();
    expect([draft.id, solution.id, thrownAway.id].filter((one) => unseen.has(one))).toEqual([]);
    expect(await changedBy(solution.id, () => submitSolution(ctx, solution.id))).toBe(true);
    const open = { version: draft.version, draft: false } as const;
    expect(await changedBy(draft.id, () => editChallenge(ctx, draft.id, open))).toBe(true);
    const comment = await postComment(ctx, id, { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null });
    expect((await changes()).has(comment.id)).toBe(true);
  });
});

describe('followChanges', () => {
  const visited: SubjectId[] = [];
  const visit = async (subject: SubjectId) => void visited.push(subject);
  beforeEach(() => void visited.splice(0));

  it('visits what changed, goes on where it stopped, and looks again at what was changed just now', async () => {
    const scan = { name: 'follow', until: far };
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    expect(await followChanges(system, scan, visit)).toMatchObject({ failed: 0, done: true });
    expect(visited).toContain(id);
    visited.splice(0);
    const later = { ...system, now: () => new Date() };
    await followChanges(later, scan, visit);
    expect(visited, 'within the overlap').toContain(id);
  });

  it('goes past a visit that fails, and counts it', async () => {
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    const result = await followChanges(system, { name: 'failing', until: far }, async (subject) => {
      if (subject === id) throw new Error('no');
    });
    expect(result).toMatchObject({ failed: 1, done: true });
  });
});
