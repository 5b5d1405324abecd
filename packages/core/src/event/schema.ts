/** Events: what happened to a subject, when and by whom. Append-only; the public timelines are read from them. */
import { authorSchema, timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { organisationRefSchema } from '../shared/membership.ts';
import type { ReportReason } from '../shared/report-reason.ts';
import { z } from '../shared/zod.ts';
import { type SubjectKind, subjectKinds } from '../subject/kinds.ts';
import { type FactsOf, type MoveEvent, movesOf } from '../subject/moves.ts';

export type EditEvent = `${SubjectKind}_edited`;
/** Moderators set votes aside, or counted them again. */
export const votesEvents = ['votes_set_aside', 'votes_counted_again'] as const;
export type VotesEvent = (typeof votesEvents)[number];
/** Past-tense names of events: those of moves, edits of public subjects, and recounts of their votes. */
export type EventType = MoveEvent | EditEvent | VotesEvent;

/**
 * What edits change, by the names of the fields in the schemas of changes. Each has its word on timelines: a kind with a
 * field of its own adds it here, and does not compile before.
 */
export type EditedField =
  | 'title'
  | 'summary'
  | 'body'
  | 'programme'
  | 'tags'
  | 'ward'
  | 'point'
  | 'images'
  | 'closesAt';

/** The subject that moved, on the timeline of the one it answers. */
type OfAnswer = Partial<Record<SubjectKind, string>>;

/** The data of an event of a type, beside who and when: the facts of its move, the edited fields, or how many votes and why. */
export type EventData<Type extends EventType> = Type extends MoveEvent
  ? FactsOf<Type> & OfAnswer
  : Type extends VotesEvent
    ? { votes: number; setAsideFor: ReportReason }
    : { fields: EditedField[] };

const typesOf = (kind: SubjectKind): string[] => [
  ...movesOf(kind).flatMap(([, { event }]) => (event ? [event] : [])),
  `${kind}_edited`,
];
export const eventTypes = [...new Set([...subjectKinds.flatMap(typesOf), ...votesEvents])] as [
  EventType,
  ...EventType[],
];

export const timelineEventSchema = z
  .object({
    id: idSchema('event'),
    type: z.enum(eventTypes),
    at: timeSchema,
    actor: authorSchema.nullable().meta({ description: 'null when the system did it, or moderators' }),
    moderators: z.boolean().default(false).meta({ description: 'Whether moderators did it: none of them is named' }),
    organisation: organisationRefSchema.nullable().default(null).meta({
      description: 'In whose name the actor did it; null for one’s own, and for events from before this was stored',
    }),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.null()])),
  })
  .meta({ id: 'TimelineEvent' });
export type TimelineEvent = z.output<typeof timelineEventSchema>;
