/** What may be wrong with a text: the reasons that people give in a report, that a content rule gives for what it finds, and moderators for what they decide. */
import { z } from './zod.ts';

export const reportReasons = [
  'spam',
  'abuse',
  'hate',
  'false',
  'personal-data',
  'off-topic',
  'duplicate',
  'illegal',
  'other',
] as const;
export const reportReasonSchema = z.enum(reportReasons);
export type ReportReason = (typeof reportReasons)[number];
