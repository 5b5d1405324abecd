/** The short word for what is wrong with a field, from what a schema found. */
import type { z } from './zod.ts';

/** The code of an issue; rules of our own name theirs in `params`. */
export function fieldCode(issue: z.core.$ZodIssue): string {
  const own = issue.code === 'custom' ? issue.params?.code : undefined;
  return typeof own === 'string' ? own : issue.code;
}
