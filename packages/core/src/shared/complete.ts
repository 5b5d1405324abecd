/** Drafts may be unfinished; what becomes public, or is, is complete. */
import { AppError, type FieldError } from './app-error.ts';
import type { z } from './zod.ts';

/** What is still wrong with `fields`, by what `complete` asks of each; with `names`, of these alone. */
export function lacksOf(complete: z.ZodObject, fields: object, names?: readonly string[]): FieldError[] {
  const issues = complete.safeParse(fields).error?.issues ?? [];
  const asked = issues.filter(({ path }) => !names || names.includes(String(path[0])));
  return asked.map(({ path, code, message }) => ({ path: `/${path.map(String).join('/')}`, code, message }));
}

/** @throws invalid_input, telling each field that is not complete */
export function assertComplete(complete: z.ZodObject, fields: object, names?: readonly string[]): void {
  const lacks = lacksOf(complete, fields, names);
  if (lacks.length > 0) throw new AppError('invalid_input', { fields: lacks });
}

/** A check for schemas of what is sent: complete, unless it is kept as a draft that says anything at all. */
export function completeUnlessDraft(complete: z.ZodObject, isDraft: (input: Record<string, unknown>) => boolean) {
  return (input: Record<string, unknown>, ctx: { addIssue(issue: never): void }): void => {
    const isBegun = ['title', 'summary', 'body'].some((name) => input[name]);
    const issues = complete.safeParse(input).error?.issues ?? [];
    const told = isDraft(input) ? (isBegun ? [] : issues.filter(({ path }) => path[0] === 'title')) : issues;
    for (const issue of told)
      ctx.addIssue({ ...issue, message: undefined, input: input[String(issue.path[0])] } as never);
  };
}
