/** The audit log: what administrators, moderators and operators did to which id, told in ids and codes alone. */
import { timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';

/** What is entered, but for decisions of moderators: those are `decision_` and what was decided, such as `decision_hide`. */
export const auditActions = [
  'role_granted',
  'role_revoked',
  'role_requested',
  'role_request_withdrawn',
  'organisation_founded',
  'organisation_renamed',
  'organisation_verified',
  'organisation_unverified',
  'organisation_suspended',
  'organisation_lifted',
  'member_added',
  'member_role_changed',
  'member_removed',
  'signed_out_everywhere',
  'flag_set',
  'tag_renamed',
  'programme_created',
  'programme_changed',
  'programme_retired',
  'programme_restored',
  'rules_saved',
  'rules_activated',
  'claim_taken_over',
  'challenge_reopened',
  'order_recorded',
  'job_run',
  'dead_letters_replayed',
  'dead_letter_retried',
  'dead_letter_discarded',
] as const;
export type AuditAction = (typeof auditActions)[number] | `decision_${string}`;

/** An id or a code, or several joined by commas: no spaces and no letters with marks, so that no name and no text gets in. */
export const auditCode = /^[\w.:,-]{1,120}$/;

/** A day in Hanoi, such as `2026-11-28`. */
export const hanoiDaySchema = z.iso.date().meta({ description: 'A day in Hanoi' });

export const auditEntrySchema = z
  .object({
    id: idSchema('event'),
    at: timeSchema,
    by: z.string().meta({ description: 'The id of a person, or what of the system it was and which operator ran it' }),
    action: z.string(),
    subject: z
      .string()
      .meta({ description: 'The id of what it was done to, or its name after a colon: `flag:comments`' }),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).meta({ description: 'Ids and codes' }),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof auditEntrySchema>;

export const auditFilter = {
  actor: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Whose acts: the id of a person, or `by` of an entry' }),
  subject: z.string().regex(auditCode).optional().meta({ description: 'Done to this id' }),
  action: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  day: hanoiDaySchema.optional().meta({ description: 'A day in Hanoi; today, where nothing else is asked for' }),
};

export const auditQuery = z.strictObject({ ...auditFilter, ...pageQuery });
export type AuditQuery = z.output<typeof auditQuery>;
