/** Programmes as administrators see them: as they are at this moment, and who changed what. */
import { findPeople } from '../person/repo.ts';
import { listProgrammeChanges, readProgrammes } from '../programme/repo.ts';
import type { ProgrammeChanges } from '../programme/schema.ts';
import type { Ctx } from '../shared/context.ts';
import { idSchema, type PersonId } from '../shared/ids.ts';
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
  const isPerson = (by: string) => idSchema('person').safeParse(by).success;
  const people = await findPeople(ctx, changes.map(({ by }) => by).filter(isPerson) as PersonId[]);
  return { items, changes: changes.map((one) => ({ ...one, who: people.get(one.by as PersonId)?.name ?? null })) };
}
