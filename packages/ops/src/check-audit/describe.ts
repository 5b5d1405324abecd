/** What `npm run check-audit` is asked, and what it says. */
import type { Checked, Finding } from '@hanoi/core/audit/check';
import { hanoiDaySchema } from '@hanoi/core/audit/schema';
import { UsageError } from '../command.ts';

/** Reads the day to begin with; undefined for all days. Throws UsageError. */
export function readFrom(typed: string | undefined): string | undefined {
  const read = hanoiDaySchema.optional().safeParse(typed);
  if (read.success) return read.data;
  throw new UsageError(`“${typed}” is no day, such as 2026-11-28.\nnpm run check-audit -- [--from DAY]`);
}

const said: Record<Finding['what'], (finding: Finding) => string> = {
  missing: ({ day, id }) => `${id} of ${day} was sealed, and is gone.`,
  changed: ({ day, id }) => `${id} of ${day} is not as it was sealed.`,
  unsealed: ({ day, id }) => `${id} of ${day} has no seal: it was put in later, or its seal is gone.`,
  seal: ({ day, id }) => `Seal ${id} of ${day} is not as it was made, or the one before it is gone.`,
};

/** What was checked and found, as lines for people. */
export function describe({ entries, seals, found, findings, last }: Checked): string {
  const all = `${entries} entries and ${seals} seals: `;
  const end = last ? `\nThe last seal is ${last.number} of ${last.day}, ${last.hash}.` : '';
  if (found === 0) return `${all}nothing is wrong.${end}`;
  const more = found > findings.length ? [`… and ${found - findings.length} more.`] : [];
  const lines = [...findings.map((finding) => said[finding.what](finding)), ...more];
  return `${all}${found} things are wrong.\n${lines.join('\n')}${end}`;
}
