/**
 * What each queue carries: ids, and the position a worker continues from. No texts, no names and no values to set: a
 * worker reads what is there when it runs, so that an old message cannot bring back an old state.
 */

import type { queueNames } from '@hanoi/core/dead-letter/schema';
import { carriers } from '@hanoi/core/organisation/projection';
import { named } from '@hanoi/core/person/projection';
import { idSchema, isSubjectId, type SubjectId } from '@hanoi/core/shared/ids';
import { subjectKinds } from '@hanoi/core/subject/kinds';
import { z } from 'zod';

/** Bytes of a message with its envelope. SQS takes a mebibyte since 2025; no message of ids comes near either. */
export const messageLimit = 256 * 1024;

/** A list's place, as its pages give it. */
const cursor = z.string().max(1_000).optional();

const subject = z.custom<SubjectId>((id) => typeof id === 'string' && isSubjectId(id));

/** The schemas of the messages, by queue. Unknown fields are dropped: a message may come from a newer deployment. */
export const messages = {
  /** A person's new name goes on what they wrote; an organisation's to its members and what was made in its name. */
  rename: z.union([
    z.object({ person: idSchema('person'), from: z.object({ list: z.enum(named).optional(), cursor }).optional() }),
    z.object({
      organisation: idSchema('organisation'),
      from: z.object({ list: z.enum(carriers).optional(), cursor }).optional(),
    }),
  ]),
  /** What answers a subject follows it, from a place in the answers of a kind on; and the subject what it answers itself. */
  inherit: z.object({ subject, kind: z.enum(subjectKinds).optional(), cursor }),
  /** What follows from a merge, or comes back when it is undone: from a place in the answers, then in the votes of a shard. */
  merge: z.object({
    subject,
    decision: idSchema('decision'),
    undo: z.boolean().optional(),
    kind: z.enum(subjectKinds).optional(),
    shard: z.number().int().min(0).optional(),
    cursor,
  }),
  /** A challenge that has just been raised is compared with those that are open. */
  alike: z.object({ challenge: idSchema('challenge') }),
  /**
   * A picture is served or withheld, by what shows it; or those of a subject that others see now, or see no more, and of what answers it,
   * from a place in the answers of a kind on.
   */
  pictures: z.union([
    z.object({ upload: idSchema('upload') }),
    z.object({ subject, kind: z.enum(subjectKinds).optional(), cursor }),
  ]),
  /** Votes that a decision sets aside or counts again, from a place in them on. */
  votes: z.object({ decision: idSchema('decision'), from: z.number().int().optional(), cursor }),
} as const satisfies Record<(typeof queueNames)[number], z.ZodType>;

export type QueueName = keyof typeof messages;
export type Message<Name extends QueueName> = z.output<(typeof messages)[Name]>;
