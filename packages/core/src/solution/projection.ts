/**
 * Projection: what a solution takes from its challenge follows it, and so does the end of voting. It reads the challenge
 * as it is now and sets, guarded by the challenge's version: late, repeated and reordered records change nothing. The
 * solution's own version stays, so nobody's edit is refused because of it.
 */

import { findCard, findCards } from '../card/repo.ts';
import type { Card } from '../card/schema.ts';
import { isListed } from '../card/status.ts';
import type { ChallengeCard } from '../challenge/schema.ts';
import { cardKey } from '../db/keys.ts';
import { type Part, setPart, transact } from '../db/transact.ts';
import { listEvents } from '../event/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId, SolutionId } from '../shared/ids.ts';
import { votingEndParts } from '../tally/repo.ts';
import { inheritedFrom } from './rules.ts';
import type { SolutionCard } from './schema.ts';

const pageSize = 100;

/**
 * Brings every solution submitted to a challenge in line with it. They are found by the challenge's own events, which
 * were written with the submission itself: the lists may not know of the newest yet.
 */
export async function projectChallenge(ctx: Ctx, id: ChallengeId): Promise<void> {
  const challenge = await findCard<ChallengeCard>(ctx, id, { consistent: true });
  if (!challenge) return;
  let cursor: string | undefined;
  do {
    const page = await listEvents(ctx, id, { limit: pageSize, cursor, consistent: true });
    const submissions = page.items.filter((event) => event.type === 'solution_submitted');
    const ids = [...new Set(submissions.map((event) => event.data.solution as SolutionId))];
    const cards = await findCards<SolutionCard>(ctx, ids, { consistent: true });
    for (const card of cards) await inherit(ctx, challenge, card);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** Brings one solution in line with its challenge: it may have been submitted while the challenge was being edited. */
export async function projectSolution(ctx: Ctx, id: SolutionId): Promise<void> {
  const card = await findCard<SolutionCard>(ctx, id, { consistent: true });
  if (!card) return;
  const challenge = await findCard<ChallengeCard>(ctx, card.challengeId, { consistent: true });
  if (challenge) await inherit(ctx, challenge, card);
}

/** Thrown inside, and caught here: it follows a newer challenge already, or has left its state meanwhile. */
class Superseded extends Error {}

/** Drafts take all of it anew when they are submitted; what was withdrawn stays as it was. */
async function inherit(ctx: Ctx, challenge: ChallengeCard, card: SolutionCard): Promise<void> {
  if (!isListed(card) || followedVersion(card) >= challenge.version) return;
  const ends = card.closesAt === challenge.closesAt ? [] : votingEndParts(card.id, challenge.closesAt);
  try {
    await transact(ctx, [inheritPart(challenge, card), ...ends]);
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

function inheritPart(challenge: ChallengeCard, card: SolutionCard): Part {
  const condition = {
    expression: '#status = :status AND (attribute_not_exists(challengeVersion) OR challengeVersion < :version)',
    names: { '#status': 'status' },
    values: { ':status': card.status, ':version': challenge.version },
  };
  return setPart(cardKey(card.id), inheritedFrom(challenge), condition, () => new Superseded());
}

/** The version of the challenge the card was made from. */
function followedVersion(card: Card): number {
  return Number((card as Card & { challengeVersion?: number }).challengeVersion ?? 0);
}
