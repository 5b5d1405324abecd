/** Figures are what the public lists hold, and a late count never overwrites a newer one. */

import { describe, expect, it } from 'vitest';
import { projectCounters } from '../card/projection.ts';
import { closeChallenge, raiseChallenge } from '../challenge/service.ts';
import { postComment } from '../comment/service.ts';
import { projectRows } from '../listing/repo.ts';
import type { SubjectId } from '../shared/ids.ts';
import { draftSolution, submitSolution } from '../solution/service.ts';
import { supportSubject } from '../support/service.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { putFigures } from './repo.ts';
import { noFigures } from './rules.ts';
import { figuresSchema } from './schema.ts';
import { countFigures, getFigures } from './service.ts';

const table = useTable();
const system = { kind: 'system', name: 'test' } as const;

async function project(...subjects: SubjectId[]) {
  for (const subject of subjects) {
    await projectCounters(makeCtx(table, system), [subject]);
    await projectRows(makeCtx(table, system), [subject]);
  }
}

describe('figures', () => {
  it('are zeros until they have been counted', async () => {
    const figures = await getFigures(makeCtx(table, { kind: 'anonymous' }));
    expect(figuresSchema.parse(figures)).toMatchObject({
      challenges: 0,
      byProgramme: { P1: 0, P9: 0 },
      updatedAt: null,
    });
  });

  it('count what the public may read, by ward and programme, with the votes and comments on it', async () => {
    const ctx = makeCtx(table, await makePerson(table));
    const first = await raiseChallenge(ctx, makeNewChallenge());
    const second = await raiseChallenge(ctx, makeNewChallenge({ ward: '00070', programme: 'P8' }));
    const placeless = await raiseChallenge(ctx, makeNewChallenge({ ward: null }));
    const draft = await raiseChallenge(ctx, makeNewChallenge({ draft: true }));
    const solution = await draftSolution(ctx, first.id, makeNewSolution());
    const begun = await draftSolution(ctx, first.id, makeNewSolution());
    await submitSolution(ctx, solution.id);
    await supportSubject(ctx, first.id);
    await supportSubject(ctx, solution.id);
    await postComment(ctx, solution.id, { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null });
    await closeChallenge(ctx, placeless.id, 'Đã được giải quyết');
    await project(first.id, second.id, placeless.id, draft.id, solution.id, begun.id);
    const counted = await countFigures(ctx);
    expect(counted).toMatchObject({ challenges: 3, open: 2, solutions: 1, comments: 1, support: 2 });
    expect(counted.byWard).toEqual({ '00331': 1, '00070': 1 });
    expect(counted.byProgramme).toEqual({ P5: 2, P8: 1 });
    const read = figuresSchema.parse(await getFigures(ctx));
    expect(read.byProgramme).toEqual({ P1: 0, P2: 0, P3: 0, P4: 0, P5: 2, P6: 0, P7: 0, P8: 1, P9: 0 });
    expect(read).toEqual({ ...counted, byProgramme: read.byProgramme });
  });

  it('keep the newer count when an older one is done later', async () => {
    const clock: Clock = { now: new Date('2030-01-02T00:00:00Z') };
    const ctx = makeCtx(table, system, clock);
    const newer = await countFigures(ctx);
    await putFigures(ctx, { ...noFigures(), updatedAt: '2030-01-01T00:00:00.000Z' });
    expect(figuresSchema.parse(await getFigures(ctx))).toMatchObject(newer);
  });
});
