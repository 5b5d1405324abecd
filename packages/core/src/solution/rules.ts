/** The flow of a solution. Pure. */
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
