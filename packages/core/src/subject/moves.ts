/**
 * The moves of subjects: every change of status there is, by name. `card/move.ts` carries them out and is the only code
 * that writes a status; docs/states.md draws this table, and a test holds the drawing to it.
 */
import type { StatusOf, SubjectKind } from './kinds.ts';

/** Who may make a move: those who made the subject, moderators and administrators, or the system itself. */
export type Mover = 'maker' | 'moderator' | 'system';

/** What an event of a move tells beside who and when. */
export type Fact = 'title' | 'reason';

export type MoveSpec<Status extends string = string> = {
  /** The statuses it leaves; null for a subject that is only now made. */
  from: readonly (Status | null)[];
  to: Status;
  by: readonly Mover[];
  /** The event that public timelines keep, and what it tells. Moves of what was never public leave none. */
  event?: string;
  tells?: readonly Fact[];
  /** The subject becomes public with it. */
  publishes?: true;
  /** Support and comments end with it, also those on their way. So does every move from where people may vote to where not. */
  ends?: true;
  /** The system makes it once the subject's closing date has come. */
  due?: true;
};

const makes = { by: ['maker'] } as const;
const opens = { ...makes, from: [null, 'draft'], to: 'open', tells: ['title'], publishes: true } as const;
const closes = { to: 'closed', event: 'challenge_closed', tells: ['reason'], ends: true } as const;

export const moves = {
  challenge: {
    draft: { ...makes, from: [null], to: 'draft' },
    raise: { ...opens, event: 'challenge_raised' },
    launch: { ...opens, event: 'challenge_launched' },
    close: {
      ...closes,
      from: ['open', 'evaluating', 'decided', 'implementing'],
      by: ['maker', 'moderator', 'system'],
      due: true,
    },
    /** What moderation took away, its makers can't bring back by closing it. */
    closeHidden: { ...closes, from: ['hidden'], by: ['moderator', 'system'] },
  },
  solution: {
    draft: { ...makes, from: [null], to: 'draft' },
    submit: {
      ...makes,
      from: ['draft'],
      to: 'submitted',
      event: 'solution_submitted',
      tells: ['title'],
      publishes: true,
    },
    withdraw: {
      ...makes,
      from: ['draft', 'submitted', 'shortlisted'],
      to: 'withdrawn',
      event: 'solution_withdrawn',
      tells: ['title'],
      ends: true,
    },
  },
} as const satisfies { [Kind in SubjectKind]: Record<string, MoveSpec<StatusOf<Kind>>> };

export type MoveOf<Kind extends SubjectKind> = keyof (typeof moves)[Kind] & string;

type AnyMove = { [Kind in SubjectKind]: (typeof moves)[Kind][keyof (typeof moves)[Kind]] }[SubjectKind];
type Told = Extract<AnyMove, { event: string }>;

/** The events that moves leave. */
export type MoveEvent = Told['event'];
/** What such an event tells. */
export type FactsOf<Event extends MoveEvent> = Record<Extract<Told, { event: Event }>['tells'][number], string>;

/** A move by its kind and name, with the type all moves share. */
export function moveSpec<Kind extends SubjectKind>(kind: Kind, move: MoveOf<Kind>): MoveSpec {
  return (moves[kind] as Record<string, MoveSpec>)[move]!;
}

/** The move that the system makes once a closing date has come; undefined for kinds that do not end by themselves. */
export function dueMoveOf<Kind extends SubjectKind>(kind: Kind): MoveOf<Kind> | undefined {
  return movesOf(kind).find(([, { due }]) => due)?.[0] as MoveOf<Kind> | undefined;
}

/** All moves of a kind with their names. */
export function movesOf(kind: SubjectKind): [string, MoveSpec][] {
  return Object.entries(moves[kind]);
}

/** Whether a subject of a kind in `status` can make the move, whoever asks. */
export function canMove<Kind extends SubjectKind>(kind: Kind, status: string | null, move: MoveOf<Kind>): boolean {
  return moveSpec(kind, move).from.includes(status);
}
