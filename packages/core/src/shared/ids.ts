/** Branded, prefixed ULIDs: `chl_01J…`. Sorting ids sorts by the time they were made. */
import { decodeTime, encodeTime, ulid } from 'ulid';
import { kinds, type SubjectKind, subjectKinds } from '../subject/kinds.ts';
import { z } from './zod.ts';

const otherPrefixes = {
  comment: 'cmt',
  person: 'per',
  organisation: 'org',
  upload: 'upl',
  event: 'evt',
  item: 'itm',
  decision: 'dec',
  letter: 'dlt',
} as const;

export type IdKind = SubjectKind | keyof typeof otherPrefixes;

export const idPrefixes: Record<IdKind, string> = {
  ...(Object.fromEntries(subjectKinds.map((kind) => [kind, kinds[kind].prefix])) as Record<SubjectKind, string>),
  ...otherPrefixes,
};

export type Id<Kind extends IdKind> = string & { readonly __id: Kind };
export type ChallengeId = Id<'challenge'>;
export type SolutionId = Id<'solution'>;
export type CommentId = Id<'comment'>;
export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type UploadId = Id<'upload'>;
export type EventId = Id<'event'>;
export type ItemId = Id<'item'>;
export type DecisionId = Id<'decision'>;
/** What can be reported and moderated; and an account, which is decided about but never reported. */
export type ContentId = SubjectId | CommentId | PersonId;
/** What can be supported, commented and followed. */
export type SubjectId = { [Kind in SubjectKind]: Id<Kind> }[SubjectKind];

const ulidPattern = '[0-7][0-9A-HJKMNP-TV-Z]{25}';

/** What an id is made from: a time and random numbers. Imports give their own, so that a repeated run makes the same ids. */
export type IdSource = { now(): Date; random?: () => number };

/** A new id for `kind`, stamped with the source's time. */
export function newId<Kind extends IdKind>(kind: Kind, source: IdSource): Id<Kind> {
  return `${idPrefixes[kind]}_${ulid(source.now().getTime(), source.random)}` as Id<Kind>;
}

/** A lower bound for the ids of `kind` made at `time` or later. */
export function idAt(kind: IdKind, time: Date): string {
  return `${idPrefixes[kind]}_${encodeTime(time.getTime(), 10)}`;
}

/** When an id was made, in milliseconds. */
export function timeOfId(id: string): number {
  return decodeTime(id.slice(id.indexOf('_') + 1));
}

/** The zod schema of an id of `kind`. The brand exists only as a type, as a zod transform could not be described in OpenAPI. */
export function idSchema<Kind extends IdKind>(kind: Kind): z.ZodType<Id<Kind>, string> {
  return z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_${ulidPattern}$`))
    .meta({
      description: `Id of a ${kind}`,
      example: `${idPrefixes[kind]}_01JDB8N0P4X7K2M9QW5T3RZ6VA`,
    }) as unknown as z.ZodType<Id<Kind>, string>;
}

const subjectPattern = new RegExp(`^(${subjectKinds.map((kind) => kinds[kind].prefix).join('|')})_${ulidPattern}$`);

/** The zod schema of an id of a subject of any kind. */
export const subjectIdSchema = z
  .string()
  .regex(subjectPattern)
  .meta({ description: `Id of a ${subjectKinds.join(' or a ')}` }) as unknown as z.ZodType<SubjectId, string>;

/** Whether `text` is an id of a subject of any kind. */
export function isSubjectId(text: string): text is SubjectId {
  return subjectPattern.test(text);
}

const kindOfPrefix = new Map(subjectKinds.map((kind) => [kinds[kind].prefix as string, kind]));

/** The kind of the subject that `id` names. @throws TypeError for an id of something else, which is a bug of ours */
export function kindOf(id: SubjectId): SubjectKind {
  const kind = kindOfPrefix.get(id.slice(0, id.indexOf('_')));
  if (!kind) throw new TypeError(`${id} is no subject's id`);
  return kind;
}
