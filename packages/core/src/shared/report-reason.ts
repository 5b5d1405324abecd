/** What may be wrong with a text: the reasons that people give in a report, and that a content rule gives for what it finds. */
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
export type ReportReason = (typeof reportReasons)[number];
