/** Programmes as administrators see them: as they are at this moment, and who changed what. */
import { withWho } from '../person/repo.ts';
import { listProgrammeChanges, readProgrammes } from '../programme/repo.ts';
import type { ProgrammeChanges } from '../programme/schema.ts';
import type { Ctx } from '../shared/context.ts';
import { requireAdministrator } from './four-eyes.ts';

/** Changes that are shown; further back there is the audit log. */
const shownChanges = 50;

/** @throws not_signed_in, not_allowed */
export async function getProgrammeChanges(ctx: Ctx): Promise<ProgrammeChanges> {
  requireAdministrator(ctx);
  const [items, changes] = await Promise.all([
    readProgrammes(ctx, { consistent: true }),
    listProgrammeChanges(ctx, shownChanges),
  ]);
  return { items, changes: await withWho(ctx, changes) };
}
