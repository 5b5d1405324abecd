/**
 * The moves of subjects: every change of status there is, by name. `card/move.ts` performs them and is the only code that
 * writes a status. docs/states.md draws this table, and a test compares the two.
 */
import { type StatusOf, type SubjectKind, statusesOf } from './kinds.ts';

/** Who may make a move: those who made the subject, moderators and administrators, or the system itself. */
export type Mover = 'maker' | 'moderator' | 'system';

/** The facts that an event of a move can hold, beside who and when. `hiddenFor` is a reason for reports, `into` an id. */
export type Fact = 'title' | 'reason' | 'hiddenFor' | 'into';

/** The fields of a card that keep a status it left: what is hidden and what is merged may be the same subject. */
export type LeftField = 'left' | 'unmergesTo';

export type MoveSpec<Status extends string = string> = {
  /** The statuses it leaves; null creates the subject. */
  from: readonly (Status | null)[];
  /** The status it leads to. A move that undoes another leads back to the status that one left. */
  to?: Status;
  /** The move it undoes, which `remembers`. */
  undoes?: string;
  /** The card keeps the status it leaves, in this field. */
  remembers?: LeftField;
  by: readonly Mover[];
  /** The event on the public timeline, and its facts. A move before publication has no event. */
  event?: string;
  tells?: readonly Fact[];
  /** Whom the event names, where that is not who makes the move: moderators are never named. */
  names?: 'nobody' | 'author';
  /** The subject becomes public with it. */
  publishes?: true;
  /** It ends support and comments, also those under way. Every move from a live status to one that is not live must have this. */
  ends?: true;
  /** People take part again: it sets `closesAt`, and voting ends then on every shard of the tally. */
  reopens?: true;
  /** The system makes it once the subject's closing date has come. */
  due?: true;
};

const makes = { by: ['maker'] } as const;
const opens = { ...makes, from: [null, 'draft'], to: 'open', tells: ['title'], publishes: true } as const;
const closes = { to: 'closed', event: 'challenge_closed', tells: ['reason'], ends: true } as const;
const moderates = { by: ['moderator', 'system'], names: 'nobody' } as const;
const hides = { ...moderates, to: 'hidden', tells: ['hiddenFor'], ends: true, remembers: 'left' } as const;
const restores = { ...moderates, from: ['hidden'], undoes: 'hide', tells: [], reopens: true } as const;
const merges = { ...moderates, to: 'merged', tells: ['into'], ends: true, remembers: 'unmergesTo' } as const;
const unmerges = { ...moderates, from: ['merged'], undoes: 'merge', tells: [], reopens: true } as const;
/** Nobody but its makers and moderators sees it until it is approved: so it has no event yet. */
const waits = { ...makes, from: [null, 'draft'], to: 'pending' } as const;
const returns = { ...moderates, from: ['pending'], to: 'draft' } as const;
const approves = {
  ...moderates,
  from: ['pending'],
  names: 'author',
  tells: ['title'],
  publishes: true,
} as const;

export const moves = {
  challenge: {
    draft: { ...makes, from: [null], to: 'draft' },
    raise: { ...opens, event: 'challenge_raised' },
    launch: { ...opens, event: 'challenge_launched' },
    submitForReview: waits,
    approve: { ...approves, to: 'open', event: 'challenge_raised' },
    return: returns,
    close: {
      ...closes,
      from: ['open', 'evaluating', 'decided', 'implementing'],
      by: ['maker', 'moderator', 'system'],
      due: true,
    },
    /** Only what nobody else took part in: `challenge/withdraw.ts`. */
    withdraw: {
      ...makes,
      from: ['pending', 'open'],
      to: 'withdrawn',
      event: 'challenge_withdrawn',
      tells: ['title'],
      ends: true,
    },
    /** Not for makers: closing would make public again what moderators hid. */
    closeHidden: { ...closes, from: ['hidden'], ...moderates },
    /** Not by its makers: others have taken part in what ended, and rely on the end. */
    reopen: {
      from: ['closed'],
      to: 'open',
      by: ['moderator'],
      names: 'nobody',
      event: 'challenge_reopened',
      tells: ['reason'],
      reopens: true,
    },
    hide: {
      ...hides,
      from: ['open', 'evaluating', 'decided', 'implementing', 'completed', 'closed', 'merged'],
      event: 'challenge_hidden',
    },
    /** An open one whose end has come meanwhile comes back closed: `card/hide.ts`. */
    restore: { ...restores, event: 'challenge_restored' },
    /** A duplicate that was raised, into an open one. */
    merge: { ...merges, from: ['open'], event: 'challenge_merged' },
    unmerge: { ...unmerges, event: 'challenge_unmerged' },
  },
  solution: {
    draft: { ...makes, from: [null], to: 'draft' },
    submitForReview: { ...waits, from: ['draft'] },
    /** In time if it was submitted in time: its challenge may have ended while it waited. */
    approve: { ...approves, to: 'submitted', event: 'solution_submitted' },
    return: returns,
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
    hide: {
      ...hides,
      from: [
        'submitted',
        'shortlisted',
        'selected',
        'not-selected',
        'piloting',
        'implemented',
        'stopped',
        'withdrawn',
        'merged',
      ],
      event: 'solution_hidden',
    },
    restore: { ...restores, event: 'solution_restored' },
    /** Into another solution of the same challenge. */
    merge: { ...merges, from: ['submitted'], event: 'solution_merged' },
    unmerge: { ...unmerges, event: 'solution_unmerged' },
  },
} as const satisfies { [Kind in SubjectKind]: Record<string, MoveSpec<StatusOf<Kind>>> };

export type MoveOf<Kind extends SubjectKind> = keyof (typeof moves)[Kind] & string;

type AnyMove = { [Kind in SubjectKind]: (typeof moves)[Kind][keyof (typeof moves)[Kind]] }[SubjectKind];
type Told = Extract<AnyMove, { event: string }>;

/** The events of moves. */
export type MoveEvent = Told['event'];
/** The facts of such an event. */
export type FactsOf<Event extends MoveEvent> = Record<Extract<Told, { event: Event }>['tells'][number], string>;

/** A move by its kind and name, in the type that all moves share. */
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

/** The statuses that a move may lead to: its own, or those that the move it undoes leaves. */
export function destinationsOf(kind: SubjectKind, { to, undoes }: MoveSpec): string[] {
  const undone = movesOf(kind).find(([name]) => name === undoes)?.[1];
  return to ? [to] : (undone?.from.filter((status) => status !== null) ?? []);
}

/** The statuses that a move leads to, in the order of the kind's entry: what pages offer, as nothing is in another one yet. */
export function reachableStatusesOf<Kind extends SubjectKind>(kind: Kind): StatusOf<Kind>[] {
  // A status that is only come back to has no way in.
  const reached = new Set(movesOf(kind).map(([, { to }]) => to as string));
  return statusesOf(kind).filter((status) => reached.has(status));
}

/** Whether a subject of a kind in `status` can make the move, regardless of the actor. */
export function canMove<Kind extends SubjectKind>(kind: Kind, status: string | null, move: MoveOf<Kind>): boolean {
  return moveSpec(kind, move).from.includes(status);
}
