/** The flow of a solution. Pure. */

import type { ChallengeCard } from '../challenge/schema.ts';
import type { SolutionStatus } from './schema.ts';

/** From each state, the states it may go to. Later features walk the ones after `submitted`. */
export const transitions = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['shortlisted', 'selected', 'not-selected', 'withdrawn', 'merged', 'hidden'],
  shortlisted: ['selected', 'not-selected', 'withdrawn', 'hidden'],
  selected: ['piloting', 'stopped', 'hidden'],
  'not-selected': ['hidden'],
  piloting: ['implemented', 'stopped', 'hidden'],
  implemented: ['hidden'],
  stopped: ['hidden'],
  withdrawn: [],
  merged: ['submitted', 'hidden'],
  hidden: ['submitted'],
} as const satisfies Record<SolutionStatus, readonly SolutionStatus[]>;

export function mayGo(from: SolutionStatus, to: SolutionStatus): boolean {
  return (transitions[from] as readonly SolutionStatus[]).includes(to);
}

/** Statuses in which a solution stands in the public lists. */
const listedStatuses: readonly SolutionStatus[] = [
  'submitted',
  'shortlisted',
  'selected',
  'not-selected',
  'piloting',
  'implemented',
  'stopped',
];

export function isListed(status: SolutionStatus): boolean {
  return listedStatuses.includes(status);
}

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
