/** Builders of what people write, and of the cards it becomes. */

import { inheritedFrom } from '../card/inherited.ts';
import type { Card } from '../card/schema.ts';
import { countsOf, noCounts, type StoredCard } from '../card/stored.ts';
import { type ChallengeCard, newChallengeSchema } from '../challenge/schema.ts';
import { raiseChallenge } from '../challenge/service.ts';
import type { Ctx } from '../shared/context.ts';
import { type ChallengeId, newId } from '../shared/ids.ts';
import { newSolutionSchema, type SolutionCard } from '../solution/schema.ts';
import { draftSolution, submitSolution } from '../solution/service.ts';
import { counters } from '../subject/kinds.ts';

/** A valid new challenge; `over` changes what the test is about. */
export function makeNewChallenge(over: Partial<Parameters<typeof newChallengeSchema.parse>[0] & object> = {}) {
  return newChallengeSchema.parse({
    title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngã tư ngập quá bánh xe, hàng trăm hộ dân bị cô lập nhiều giờ.',
    body: 'Mỗi trận mưa lớn, nước dồn về ngã tư và không thoát kịp. Cần một cách trữ nước tạm thời.',
    programme: 'P5',
    tags: ['ngập lụt', 'thoát nước'],
    ward: '00331',
    ...over,
  });
}

/** A valid new solution. */
export function makeNewSolution(over: Partial<Parameters<typeof newSolutionSchema.parse>[0] & object> = {}) {
  return newSolutionSchema.parse({
    title: 'Bể trữ nước mưa dưới sân trường',
    summary: 'Xây bể ngầm dưới ba sân trường để giữ nước trong hai giờ đầu của trận mưa.',
    body: 'Ba sân trường quanh ngã tư đủ chỗ cho bể 600 m³. Nước được bơm ra sông sau khi mưa tạnh.',
    ...over,
  });
}

/** A public challenge of the actor's. */
export function makePublicChallenge(ctx: Ctx) {
  return raiseChallenge(ctx, makeNewChallenge());
}

/** A public solution of the actor's, to a challenge of their own unless one is named. */
export async function makePublicSolution(ctx: Ctx, challenge?: ChallengeId) {
  const { id } = await draftSolution(ctx, challenge ?? (await makePublicChallenge(ctx)).id, makeNewSolution());
  return submitSolution(ctx, id);
}

const clock = { now: () => new Date() };

/** The card of an open challenge. */
export function makeChallengeCard(over: Partial<ChallengeCard> = {}): ChallengeCard {
  const { draft, body, images, organisation, ...written } = makeNewChallenge();
  const at = clock.now().toISOString();
  return {
    ...written,
    id: newId('challenge', clock),
    status: 'open',
    images: [],
    author: { id: newId('person', clock), name: 'Người viết' },
    organisation: null,
    ...noCounts,
    version: 1,
    createdAt: at,
    updatedAt: at,
    publishedAt: at,
    ...over,
  };
}

/** The card of a solution submitted to `challenge`. */
export function makeSolutionCard(challenge: ChallengeCard, over: Partial<SolutionCard> = {}): SolutionCard {
  const { body, images, organisation, ...written } = makeNewSolution();
  const { challengeVersion, ...inherited } = inheritedFrom(challenge);
  return {
    ...makeChallengeCard(),
    ...written,
    ...inherited,
    id: newId('solution', clock),
    challengeId: challenge.id,
    status: 'submitted',
    ...over,
  };
}

/** A card as the table keeps it. */
export function makeStored<C extends Card>(card: C): StoredCard<C> {
  const elsewhere: readonly string[] = ['images', 'point', ...counters];
  const kept = Object.entries(card).filter(([name]) => !elsewhere.includes(name));
  return { ...Object.fromEntries(kept), counts: countsOf(card) } as unknown as StoredCard<C>;
}
