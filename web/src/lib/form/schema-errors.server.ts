/** What a schema finds wrong with a form, field by field, before anything is sent: nobody should sign in to learn it. */
import type { FieldError } from '@hanoi/core/shared/app-error';
import { fieldCode } from '@hanoi/core/shared/field-code';
import type { z } from '@hanoi/core/shared/zod';

/** The wrong fields; none when the schema had nothing to say. */
export function fieldErrors(error: z.ZodError | undefined): FieldError[] {
  return (error?.issues ?? []).map((issue) => {
    const [code, message] = [fieldCode(issue), issue.message];
    const [field, ...inside] = issue.path.map(String);
    // A tag that is too long is another matter than too many tags.
    const isOneTag = field === 'tags' && inside.length > 0 && code === 'too_big';
    return { path: `/${[field, ...inside].join('/')}`, code: isOneTag ? 'too_long' : code, message };
  });
}

/** Tags as typed, between commas or on lines of their own. */
export function splitTags(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
}
