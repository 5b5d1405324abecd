/** Use cases of importing: what another system holds is taken in once, whatever is run again or killed half way. */

import { findCard } from '../card/repo.ts';
import type { ChallengeCard, NewChallenge } from '../challenge/schema.ts';
import { closeChallenge, raiseUnread } from '../challenge/service.ts';
import { getItems } from '../db/get.ts';
import { type Key, uniqueKey } from '../db/keys.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import type { ChallengeId } from '../shared/ids.ts';

/** A record of another system: which system, and what it calls the record. */
export type Origin = { source: string; id: string };

/** How a challenge ended where it comes from. */
export type Ending = { reason: string; at: Date };

/** Thrown inside, and caught here: somebody else imported it in the same moment. */
class AlreadyImported extends Error {
  readonly id: ChallengeId;
  constructor(id: ChallengeId) {
    super('already imported');
    this.id = id;
  }
}

/**
 * Raises the challenge a record stands for, unless it was imported before: the record's claim is written in the
 * transaction that raises it, and never expires. With an ending it is closed too.
 * @throws what raising may throw
 */
export async function importChallenge(
  ctx: Ctx,
  origin: Origin,
  input: NewChallenge,
  ending?: Ending,
): Promise<{ id: ChallengeId; created: boolean }> {
  const made = await raiseOnce(ctx, origin, input);
  if (ending) await endImported(ctx, made.id, ending);
  return made;
}

/**
 * Closes an imported challenge, as its maker, when that is still to be done: a run may have been killed in between. What
 * was touched since is left alone.
 */
export async function endImported(ctx: Ctx, id: ChallengeId, { reason, at }: Ending): Promise<void> {
  const card = await findCard<ChallengeCard>(ctx, id, { consistent: true });
  if (card?.status !== 'open' || card.version > 1) return;
  await closeChallenge({ ...ctx, now: () => at }, id, reason);
}

/** What became of records (at most 100, all different), in their order; undefined for those not imported yet. */
export async function findImported(ctx: Ctx, origins: readonly Origin[]): Promise<(ChallengeId | undefined)[]> {
  const claims = origins.length > 0 ? await getItems(ctx, origins.map(claimKey), { consistent: true }) : [];
  return claims.map((claim) => claim?.subject as ChallengeId | undefined);
}

async function raiseOnce(ctx: Ctx, origin: Origin, input: NewChallenge) {
  try {
    const id = await raiseUnread(ctx, input, { alsoWrite: (subject) => [claimPart(origin, subject)] });
    return { id, created: true };
  } catch (error) {
    if (error instanceof AlreadyImported) return { id: error.id, created: false };
    throw error;
  }
}

/** Origin and subject stay readable, so that one can tell where a challenge comes from. */
function claimPart({ source, id }: Origin, subject: ChallengeId): Part {
  const item = { ...claimKey({ source, id }), source, sourceId: id, subject };
  return putNew(item, (found) => new AlreadyImported(found?.subject as ChallengeId));
}

function claimKey(origin: Origin): Key {
  return uniqueKey('source', sha256(JSON.stringify([origin.source, origin.id])));
}
