/** What a solution takes from its challenge. Pure. */
import type { StoredCard } from '../card/stored.ts';
import type { ChallengeCard } from '../challenge/schema.ts';

/** What a solution takes from its challenge, so that its card stands alone, and the version it was taken at. */
export function inheritedFrom(challenge: ChallengeCard & { placeVersion?: number }) {
  const { kind, programme, ward, point, placeVersion, closesAt, title, version } = challenge;
  return { kind, programme, ward, point, placeVersion, closesAt, challengeTitle: title, challengeVersion: version };
}

/** Whether a change of a challenge, as it is stored, concerns its solutions. */
export function concernsSolutions(before: StoredCard<ChallengeCard>, after: StoredCard<ChallengeCard>): boolean {
  const taken = ({ kind, programme, ward, closesAt, title, placeVersion }: StoredCard<ChallengeCard>) =>
    JSON.stringify([kind, programme, ward, closesAt, title, placeVersion]);
  return taken(before) !== taken(after);
}
