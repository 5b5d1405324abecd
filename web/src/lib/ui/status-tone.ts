/** The tone of each state, as `.badge[data-tone]` draws it. */
import type { StatusOf, SubjectKind } from '@hanoi/core/subject/kinds';

type Tone = 'open' | 'busy' | 'good' | 'quiet' | 'bad';

export const statusTones = {
  draft: 'quiet',
  pending: 'busy',
  open: 'open',
  evaluating: 'busy',
  decided: 'busy',
  implementing: 'good',
  completed: 'good',
  closed: 'quiet',
  merged: 'quiet',
  hidden: 'bad',
  submitted: 'open',
  shortlisted: 'busy',
  selected: 'good',
  'not-selected': 'quiet',
  piloting: 'good',
  implemented: 'good',
  stopped: 'quiet',
  withdrawn: 'quiet',
} as const satisfies Record<StatusOf<SubjectKind>, Tone>;
