/** Who made something and when, as it is shown. */
import { idSchema } from './ids.ts';
import { normalTime } from './time.ts';
import { z } from './zod.ts';

export const authorSchema = z.object({ id: idSchema('person'), name: z.string() }).meta({ id: 'Author' });
export type Author = z.output<typeof authorSchema>;

/** A time as it is answered. */
export const timeSchema = z.iso.datetime();

/** A time as it is sent: RFC 3339 with any offset and fraction, taken in UTC with milliseconds. */
export const timeInputSchema = z.iso
  .datetime({ offset: true })
  .transform(normalTime)
  // Years beyond 9999, which an offset may lead to, would not sort with the others.
  .pipe(z.iso.datetime({ precision: 3 }));
