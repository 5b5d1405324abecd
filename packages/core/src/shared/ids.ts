/** Branded, prefixed ULIDs: `chl_01J…`. Sorting ids sorts by the time they were made. */
import { decodeTime, encodeTime, ulid } from 'ulid';
import { z } from './zod.ts';

export const idPrefixes = {
  challenge: 'chl',
  solution: 'sol',
  comment: 'cmt',
  person: 'per',
  organisation: 'org',
  upload: 'upl',
  event: 'evt',
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<Kind extends IdKind> = string & { readonly __id: Kind };
export type ChallengeId = Id<'challenge'>;
export type SolutionId = Id<'solution'>;
export type CommentId = Id<'comment'>;
export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type UploadId = Id<'upload'>;
export type EventId = Id<'event'>;
/** What can be supported, commented and followed. */
export type SubjectId = ChallengeId | SolutionId;

const ulidPattern = '[0-7][0-9A-HJKMNP-TV-Z]{25}';

/** What an id is made from: the time, and chance; imports give their own chance, so that they make the same ids again. */
export type IdSource = { now(): Date; random?: () => number };

/** A new id for `kind`, stamped with the source's time. */
export function newId<Kind extends IdKind>(kind: Kind, source: IdSource): Id<Kind> {
  return `${idPrefixes[kind]}_${ulid(source.now().getTime(), source.random)}` as Id<Kind>;
}

/** What every id of `kind` made at `time` or later comes after, or equals. */
export function idAt(kind: IdKind, time: Date): string {
  return `${idPrefixes[kind]}_${encodeTime(time.getTime(), 10)}`;
}

/** When an id was made, in milliseconds. */
export function timeOfId(id: string): number {
  return decodeTime(id.slice(id.indexOf('_') + 1));
}

/** The zod schema of an id of `kind`. The brand is a matter of types alone: a transform could not be described in OpenAPI. */
export function idSchema<Kind extends IdKind>(kind: Kind): z.ZodType<Id<Kind>, string> {
  return z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_${ulidPattern}$`))
    .meta({
      description: `Id of a ${kind}`,
      example: `${idPrefixes[kind]}_01JDB8N0P4X7K2M9QW5T3RZ6VA`,
    }) as unknown as z.ZodType<Id<Kind>, string>;
}

const subjectPattern = new RegExp(`^(${idPrefixes.challenge}|${idPrefixes.solution})_${ulidPattern}$`);

/** Whether `text` is an id of a challenge or a solution. */
export function isSubjectId(text: string): text is SubjectId {
  return subjectPattern.test(text);
}

/** Whether `id` names a challenge (the other subjects are solutions). */
export function isChallengeId(id: string): id is ChallengeId {
  return id.startsWith('chl_');
}
