/** The transparency report: what moderators decided in a month, in numbers. It holds no names, no texts and no ids. */

import { actionSchema, foundBy } from '../decision/schema.ts';
import { contentKinds } from '../report/schema.ts';
import { timeSchema } from '../shared/author.ts';
import { reportReasonSchema } from '../shared/report-reason.ts';
import { z } from '../shared/zod.ts';

/** A month as in addresses and keys: `2026-11`. */
export const monthSchema = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'A month in Hanoi', example: '2026-11' });

/** How long an item waited for its decision. */
export const waits = ['withinHour', 'withinDay', 'withinThreeDays', 'withinWeek', 'longer'] as const;
export type Wait = (typeof waits)[number];

const count = z.number().int().min(0);

/** Decisions that are alike in all that is told of them. */
const rowSchema = z
  .object({
    kind: z.string().meta({ description: 'Why it waited for moderators: report, order, …' }),
    content: z.enum(contentKinds),
    action: actionSchema,
    reason: reportReasonSchema,
    rule: z.string().meta({ description: 'The section of the code of conduct, or the law' }),
    foundBy: z.enum(foundBy),
    decisions: count,
    appealed: count,
    upheld: count.meta({ description: 'Of those appealed' }),
    overturned: count.meta({ description: 'Of those appealed' }),
    waited: z.object(Object.fromEntries(waits.map((wait) => [wait, count])) as Record<Wait, typeof count>),
  })
  .meta({ id: 'TransparencyRow' });
export type TransparencyRow = z.output<typeof rowSchema>;

export const transparencySchema = z
  .object({
    month: monthSchema,
    isOver: z.boolean().meta({ description: 'Whether the month has ended; appeals may still be decided after it' }),
    updatedAt: timeSchema,
    decisions: count,
    appealed: count,
    upheld: count,
    overturned: count,
    rows: z.array(rowSchema),
  })
  .meta({ id: 'TransparencyReport' });
export type TransparencyReport = z.output<typeof transparencySchema>;

const columns = [
  'kind',
  'content',
  'action',
  'reason',
  'rule',
  'foundBy',
  'decisions',
  'appealed',
  'upheld',
  'overturned',
];

/** The rows as CSV (RFC 4180), the first with the names of its columns. Codes and numbers need no quotes. */
export function csvOf({ month, rows }: TransparencyReport): string {
  const lines = rows.map((row) => [
    month,
    ...columns.map((name) => row[name as keyof TransparencyRow]),
    ...waits.map((wait) => row.waited[wait]),
  ]);
  return [['month', ...columns, ...waits], ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
