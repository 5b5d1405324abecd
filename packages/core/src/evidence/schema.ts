/** Evidence: why the votes of a subject are looked at. In numbers and letters; it names no voter, and no network. */
import { timeSchema } from '../shared/author.ts';
import { z } from '../shared/zod.ts';

/** What was noticed: many votes from one network in an hour; many more than usual; new accounts that only vote; a rhythm of a machine. */
export const signalNames = ['burst', 'jump', 'new-accounts', 'regular'] as const;
export type SignalName = (typeof signalNames)[number];

/** A group of votes: `A`, `B`, … are networks, the largest first; `new` are new accounts that did nothing but vote, of any network. */
export const groupIdSchema = z.string().regex(/^([A-H]|new)$/);

const count = z.number().int().min(0);

export const evidenceSchema = z
  .object({
    version: z.number().int().meta({ description: 'Raised while more votes come in and nobody has decided' }),
    from: timeSchema,
    to: timeSchema,
    votes: count.meta({ description: 'Votes within this time whose network is known' }),
    support: count.meta({ description: 'All that is counted of the subject' }),
    groups: z.array(
      z.object({
        id: groupIdSchema,
        votes: count,
        newAccounts: count.meta({ description: 'Votes of accounts that were at most three days old' }),
        onlyVoted: count.meta({ description: 'Of these, accounts that did nothing but vote' }),
      }),
    ),
    hours: z.array(
      z.object({
        at: timeSchema,
        votes: count,
        groups: z.record(z.string(), count).meta({ description: 'How many of them each network has' }),
      }),
    ),
    ages: z
      .array(z.object({ days: z.number().int().nullable(), votes: count }))
      .meta({ description: 'How old the accounts were when they voted: less than so many days; null for older ones' }),
    signals: z.array(
      z.object({
        signal: z.enum(signalNames),
        group: groupIdSchema.nullable().meta({ description: 'null for all votes together' }),
        measured: z.number(),
        threshold: z.number(),
      }),
    ),
  })
  .meta({ id: 'VoteEvidence' });
export type Evidence = z.output<typeof evidenceSchema>;
export type Signal = Evidence['signals'][number];
