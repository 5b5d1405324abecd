/**
 * Projection: what a solution takes from its challenge follows it, and so does the end of voting. It reads the challenge
 * as it is now and sets, guarded by the challenge's version: late, repeated and reordered records change nothing. The
 * solution's own version stays, so nobody's edit is refused because of it.
 */

import pMap from 'p-map';
import { despiteEdits } from '../card/move.ts';
import { changeBodyPart, findCard, findCards, findWhole, splitFields } from '../card/repo.ts';
import type { Card } from '../card/schema.ts';
import { isListed } from '../card/status.ts';
import type { ChallengeCard } from '../challenge/schema.ts';
import { answersPartition, cardKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, setPart, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId, SolutionId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { statusSpec } from '../subject/kinds.ts';
import { votingEndParts } from '../tally/repo.ts';
import { inheritedFrom } from './rules.ts';
import type { SolutionCard } from './schema.ts';

const pageSize = 100;
/** Solutions written at a time; each takes up to nine items when the end of voting moves. */
const sideBySide = 4;

/**
 * Brings the solutions of a challenge in line with it, a page of them from `cursor` on. The index may not know of the newest
 * yet: each comes by itself too when it is submitted, see `projectSolution`. Returns where to go on, or undefined at the end.
 */
export async function projectChallenge(ctx: Ctx, id: ChallengeId, cursor?: string): Promise<string | undefined> {
  const challenge = await findChallenge(ctx, id);
  if (!challenge) return undefined;
  const page = await listAnswers(ctx, id, { limit: pageSize, cursor });
  const cards = await findCards<SolutionCard>(ctx, page.items, { consistent: true });
  await pMap(cards, (card) => inherit(ctx, challenge, card), { concurrency: sideBySide });
  return page.nextCursor ?? undefined;
}

/** Brings one solution in line with its challenge: it may have been submitted while the challenge was being edited. */
export async function projectSolution(ctx: Ctx, id: SolutionId): Promise<void> {
  const card = await findCard<SolutionCard>(ctx, id, { consistent: true });
  if (!card) return;
  const challenge = await findChallenge(ctx, card.challengeId);
  if (challenge) await inherit(ctx, challenge, card);
}

/** The challenge with its pin. */
async function findChallenge(ctx: Ctx, id: ChallengeId): Promise<ChallengeCard | undefined> {
  return (await findWhole<ChallengeCard>(ctx, id, { consistent: true }))?.card;
}

/** A page of the solutions begun to a challenge, drafts too, oldest first. */
async function listAnswers(
  ctx: Ctx,
  id: ChallengeId,
  query: { limit: number; cursor?: string },
): Promise<Page<SolutionId>> {
  const partition = answersPartition(id, 'solution');
  const list = { list: partition, index: 'gsi2', partition, order: 'ascending', fields: [] } as const;
  const page = await queryPage(ctx, { ...list, ...query });
  return { ...page, items: page.items.map((item) => item.gsi2sk as SolutionId) };
}

/** Thrown inside, and caught here: it follows a newer challenge already, or has left its state meanwhile. */
class Superseded extends Error {}

/** Drafts take all of it anew when they are submitted; what was withdrawn stays as it was. */
async function inherit(ctx: Ctx, challenge: ChallengeCard, card: SolutionCard): Promise<void> {
  if (!isListed(card) || followedVersion(card) >= challenge.version) return;
  // Where voting is over by the status, no date may open the shards again.
  const movesEnd = statusSpec('solution', card.status).live && card.closesAt !== challenge.closesAt;
  const ends = () => (movesEnd ? votingEndParts(ctx, card.id, challenge.closesAt) : []);
  try {
    const inherited = splitFields(inheritedFrom(challenge));
    const hasMoved = placeVersionOf(card) !== placeVersionOf(challenge);
    const moved = hasMoved ? [changeBodyPart(card.id, inherited.body)] : [];
    const parts = () => [inheritPart(challenge, card, inherited.card), ...moved, ...ends()];
    await despiteEdits(() => transact(ctx, parts()));
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

function inheritPart(challenge: ChallengeCard, card: SolutionCard, fields: Record<string, unknown>): Part {
  const condition = {
    expression: '#status = :status AND (attribute_not_exists(challengeVersion) OR challengeVersion < :version)',
    names: { '#status': 'status' },
    values: { ':status': card.status, ':version': challenge.version },
  };
  return { ...setPart(cardKey(card.id), fields, condition, () => new Superseded()), changed: card.id };
}

/** The version of the place: the pin itself stands in the bodies. */
function placeVersionOf(card: Card): number {
  return (card as Card & { placeVersion?: number }).placeVersion ?? 0;
}

/** The version of the challenge the card was made from. */
function followedVersion(card: Card): number {
  return Number((card as Card & { challengeVersion?: number }).challengeVersion ?? 0);
}
