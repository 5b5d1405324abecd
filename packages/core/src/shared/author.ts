/** Who made something and when, as it is shown. */
import { idSchema } from './ids.ts';
import { z } from './zod.ts';

export const authorSchema = z.object({ id: idSchema('person'), name: z.string() }).meta({ id: 'Author' });
export type Author = z.output<typeof authorSchema>;

export const timeSchema = z.iso.datetime();
