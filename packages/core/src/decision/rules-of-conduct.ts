/**
 * The sections of the code of conduct that decisions refer to, by edition. The page of the code numbers its sections so; a
 * section is never renumbered, as old decisions name it: a new edition is added here.
 */

import type { ReportReason } from '../report/schema.ts';
import { hasCome } from '../shared/time.ts';

type Edition = { from: string; sections: Record<ReportReason, number> };

const editions: readonly Edition[] = [
  {
    from: '2026-11-01T00:00:00.000Z',
    sections: {
      abuse: 1,
      hate: 2,
      false: 3,
      'personal-data': 4,
      spam: 5,
      'off-topic': 6,
      duplicate: 7,
      illegal: 8,
      other: 9,
    },
  },
];

/** The section of the code of conduct, as it stood at `at`, that content with this fault breaks. */
export function ruleOf(reason: ReportReason, at: Date): string {
  const inForce = editions.findLast(({ from }) => hasCome(from, at)) ?? editions[0]!;
  return String(inForce.sections[reason]);
}
