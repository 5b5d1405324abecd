/** A report: one person's flag on content, with a reason. */
import { timeSchema } from '../shared/author.ts';
import { reportReasonSchema } from '../shared/report-reason.ts';
import { blockOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';

export { type ReportReason, reportReasonSchema, reportReasons } from '../shared/report-reason.ts';

/** Most characters of what a person adds in their own words. */
export const noteLength = 1_000;

/** What can be reported and moderated: subjects that can be commented, and comments. */
export const contentKinds = [...kindsWith('comment'), 'comment'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** What is decided about: content, and the account of a person. */
export const decidedKinds = [...contentKinds, 'account'] as const;
export type DecidedKind = (typeof decidedKinds)[number];

/** A reference to content that a reader may open. */
export const contentRefSchema = z
  .object({
    kind: z.enum(decidedKinds as unknown as [DecidedKind, ...DecidedKind[]]),
    id: z.string(),
    title: z.string().meta({
      description: 'Its title; of a comment, that of what it is about; of an account, its name, but in decisions none',
    }),
    path: z.string().meta({ description: 'Its page, below the language' }),
  })
  .meta({ id: 'ContentRef' });
export type ContentRef = z.output<typeof contentRefSchema>;

export const newReportSchema = z
  .strictObject({
    reason: reportReasonSchema,
    note: blockOfText(0, noteLength).default('').meta({ description: 'In one’s own words, at most 1,000 characters' }),
  })
  .meta({ id: 'NewReport' });
export type NewReport = z.output<typeof newReportSchema>;

/** What came of a report: still looked at; something was done about the content; nothing had to be done. */
export const reportOutcomes = ['open', 'acted', 'dismissed'] as const;

/** A report as the person who made it sees it. */
export const reportSchema = z
  .object({
    subject: contentRefSchema,
    reason: reportReasonSchema,
    note: z.string(),
    at: timeSchema,
    outcome: z.enum(reportOutcomes),
    decidedAt: timeSchema.nullable(),
  })
  .meta({ id: 'Report' });
export type Report = z.output<typeof reportSchema>;
