/** What a solution takes from its challenge. Pure. */

import type { ChallengeCard } from '../challenge/schema.ts';

/** What a solution takes from its challenge, so that its card stands alone, and the version it was taken at. */
export function inheritedFrom(challenge: ChallengeCard) {
  const { kind, programme, ward, point, closesAt, title, version } = challenge;
  return { kind, programme, ward, point, closesAt, challengeTitle: title, challengeVersion: version };
}

/** Whether a change of a challenge concerns its solutions. */
export function concernsSolutions(before: ChallengeCard, after: ChallengeCard): boolean {
  const taken = (challenge: ChallengeCard) => JSON.stringify(inheritedFrom({ ...challenge, version: 0 }));
  return taken(before) !== taken(after);
}
