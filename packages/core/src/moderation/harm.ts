/**
 * How much harm what is reported may do while it stands, 1 to 10. Set by us on 28 November 2026, by what cannot be undone: a number of an
 * identity card that was read, and a threat, more than a wrong programme. How it is used: `rules.ts`.
 */
import type { ReportReason } from '../report/schema.ts';
import type { ItemKind } from './schema.ts';

export const harmOf: Readonly<Record<ReportReason, number>> = {
  illegal: 10,
  'personal-data': 9,
  hate: 8,
  abuse: 6,
  false: 5,
  spam: 4,
  other: 3,
  'off-topic': 2,
  duplicate: 1,
};

/** The least harm of an item of a kind: an authority's demand has a term by law, an author who appeals waits for us. */
export const leastHarmOf: Readonly<Record<ItemKind, number>> = {
  order: 10,
  appeal: 5,
  votes: 5,
  rule: 3,
  moderator: 1,
  report: 1,
  'first-post': 1,
  duplicate: 1,
};
