/** Use cases of importing: each record of another system is imported once, even if a run is repeated or killed half way. */

import { findCard } from '../card/repo.ts';
import type { ChallengeCard, NewChallenge } from '../challenge/schema.ts';
import { closeChallenge, raiseUnread } from '../challenge/service.ts';
import { getItems } from '../db/get.ts';
import { type Key, uniqueKey } from '../db/keys.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import type { ChallengeId } from '../shared/ids.ts';

/** A record of another system: the system, and the id of the record there. */
export type Origin = { source: string; id: string };

/** How the challenge ended in the other system. */
export type Ending = { reason: string; at: Date };

/** Thrown and caught in this file: another run imported it at the same moment. */
class AlreadyImported extends Error {
  readonly id: ChallengeId;
  constructor(id: ChallengeId) {
    super('already imported');
    this.id = id;
  }
}

/**
 * Raises the challenge of a record, unless it was imported before: the same transaction writes a claim for the record, which
 * never expires. With an ending, the challenge is closed too.
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
 * Closes an imported challenge as its maker, if a run was killed before it did. A challenge that was changed since is left
 * alone.
 */
export async function endImported(ctx: Ctx, id: ChallengeId, { reason, at }: Ending): Promise<void> {
  const card = await findCard<ChallengeCard>(ctx, id, { consistent: true });
  if (card?.status !== 'open' || card.version > 1) return;
  await closeChallenge({ ...ctx, now: () => at }, id, reason);
}

/** The challenges of records (at most 100, all different), in their order; undefined for records not imported yet. */
export async function findImported(ctx: Ctx, origins: readonly Origin[]): Promise<(ChallengeId | undefined)[]> {
  const claims = origins.length > 0 ? await getItems(ctx, origins.map(claimKey), { consistent: true }) : [];
  return claims.map((claim) => claim?.subject as ChallengeId | undefined);
}

async function raiseOnce(ctx: Ctx, origin: Origin, input: NewChallenge) {
  try {
    // Operators have looked at what they import, and a public body's number is meant.
    const whole = { ...input, personalData: 'keep' as const };
    const id = await raiseUnread(ctx, whole, { alsoWrite: (subject) => [claimPart(origin, subject)], mayHold: false });
    return { id, created: true };
  } catch (error) {
    if (error instanceof AlreadyImported) return { id: error.id, created: false };
    throw error;
  }
}

/** System and record stay readable in the key, so that operators can see where a challenge comes from. */
function claimPart({ source, id }: Origin, subject: ChallengeId): Part {
  const item = { ...claimKey({ source, id }), source, sourceId: id, subject };
  return putNew(item, (found) => new AlreadyImported(found?.subject as ChallengeId));
}

function claimKey(origin: Origin): Key {
  return uniqueKey('source', sha256(JSON.stringify([origin.source, origin.id])));
}
