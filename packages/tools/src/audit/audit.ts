/** What `npm audit` answers: known vulnerabilities of what runs, or that no source of advisories could be asked. */
import { z } from 'zod';

/** By the advisory's address: why it does not reach us. Each is explained in docs/security.md too. */
const explained: Record<string, string> = {};

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;

const reportSchema = z.object({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(severities),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

export type Audit =
  | { kind: 'no source'; reason: string }
  | { kind: 'clean' }
  /** A line for each advisory and package. */
  | { kind: 'findings'; lines: string[] };

/** Reads what `npm audit --json` wrote. Throws when it is neither a report nor an error of npm. */
export function readAudit(output: string): Audit {
  const answer: unknown = JSON.parse(output);
  const { message } = z.object({ message: z.string().optional() }).parse(answer);
  // A mirror of the registry passes packages on, and knows of no advisories.
  if (message !== undefined) return { kind: 'no source', reason: message };
  const { vulnerabilities } = reportSchema.parse(answer);
  const lines = Object.entries(vulnerabilities).flatMap(([name, { severity, via }]) =>
    via
      // A text names another package of the report, by which this one is reached.
      .filter((cause) => typeof cause !== 'string')
      .filter(({ url }) => explained[url] === undefined)
      .map(({ title, url }) => `${severity}: ${name}: ${title} (${url})`),
  );
  return lines.length > 0 ? { kind: 'findings', lines } : { kind: 'clean' };
}
