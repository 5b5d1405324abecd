/** What is kept of an error says what went wrong, and nothing that somebody typed. */
import { expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import { faultOf } from './fault.ts';
import { z } from './zod.ts';

it.each([
  [
    new TypeError("Cannot read properties of undefined (reading 'name')"),
    'TypeError',
    'Cannot read properties of undefined (reading …)',
  ],
  [new Error('“Chị Lan” is no id and no code'), 'Error', '… is no id and no code'],
  [new Error('No mail to lan@example.vn, nor to 0912 345 678'), 'Error', 'No mail to … nor to …'],
  [new Error("The table doesn't answer, and won't"), 'Error', "The table doesn't answer, and won't"],
  [new AppError('busy'), 'AppError', 'busy'],
  ['no error at all', 'string', 'no error at all'],
  [new Error('x'.repeat(999)), 'Error', 'x'.repeat(300)],
])('%s', (error, name, message) => expect(faultOf(error)).toEqual({ name, message }));

it('of what does not fit a schema, where and how', () => {
  const { error } = z.object({ person: z.object({ name: z.string() }) }).safeParse({ person: { name: 1 } });
  expect(faultOf(error)).toEqual({ name: 'ZodError', message: '/person/name: invalid_type' });
});
