/** The transparency report: what moderators decided in a month, in numbers. It holds no names, no texts and no ids. */

import { actionSchema, foundBy } from '../decision/schema.ts';
import { decidedKinds } from '../report/schema.ts';
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

/**
 * Decisions that are alike in all that is told of them. Those about accounts that are fewer than `fewest` are told together, by their
 * action alone: nobody reads anywhere else that an account was warned, limited or suspended, so few of them might point to somebody.
 */
const rowSchema = z
  .object({
    kind: z.string().nullable().meta({ description: 'Why it waited for moderators: report, order, …' }),
    content: z.enum(decidedKinds).nullable(),
    action: actionSchema,
    reason: reportReasonSchema.nullable(),
    rule: z.string().nullable().meta({ description: 'The section of the code of conduct, or the law' }),
    foundBy: z.enum(foundBy).nullable(),
    decisions: count,
    appealed: count,
    upheld: count.meta({ description: 'Of those appealed' }),
    overturned: count.meta({ description: 'Of those appealed' }),
    waited: z.object(Object.fromEntries(waits.map((wait) => [wait, count])) as Record<Wait, typeof count>),
  })
  .meta({
    id: 'TransparencyRow',
    description: 'null in what is not told of each, as they are too few: decisions about accounts',
  });
export type TransparencyRow = z.output<typeof rowSchema>;

/** Fewer decisions about accounts than so many are not told apart. */
export const fewest = 3;

/** Demands of authorities that came in the month, as they stood when they were counted. */
const ordersSchema = z
  .object({
    received: count,
    inTime: count.meta({ description: 'Decided before they were due' }),
    late: count.meta({ description: 'Decided later, or still open when they were due' }),
    open: count.meta({ description: 'Not due yet' }),
  })
  .meta({ id: 'TransparencyOrders' });

export const transparencySchema = z
  .object({
    month: monthSchema,
    isOver: z.boolean().meta({ description: 'Whether the month has ended; appeals may still be decided after it' }),
    updatedAt: timeSchema,
    decisions: count,
    appealed: count,
    upheld: count,
    overturned: count,
    orders: ordersSchema.default({ received: 0, inTime: 0, late: 0, open: 0 }),
    rows: z.array(rowSchema),
  })
  .meta({ id: 'TransparencyReport' });
export type TransparencyReport = z.output<typeof transparencySchema>;

/** A month of which there is a report, in a list of them. */
export const transparencyMonthSchema = transparencySchema
  .pick({ month: true, isOver: true, updatedAt: true, decisions: true })
  .meta({ id: 'TransparencyMonth' });
export type TransparencyMonth = z.output<typeof transparencyMonthSchema>;
