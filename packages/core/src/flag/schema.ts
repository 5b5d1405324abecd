/** Flags: what an operator can switch off, and what every page then says. */
import type { Switch } from '../api/switch.ts';
import { z } from '../shared/zod.ts';

const sentence = z.string().trim().min(1).max(300);
const on = z.boolean();

export const flagsSchema = z
  .object({
    readOnly: z.boolean().meta({ description: 'Everything can be read, nothing written' }),
    challenges: on.meta({ description: 'Whether challenges are raised and edited' }),
    solutions: on.meta({ description: 'Whether solutions are written and submitted' }),
    comments: on.meta({ description: 'Whether comments are written' }),
    support: on.meta({ description: 'Whether support is given and withdrawn' }),
    uploads: on.meta({ description: 'Whether pictures are taken' }),
    signIn: on.meta({ description: 'Whether people can sign in' }),
    banner: z
      .object({ vi: sentence, en: sentence })
      .nullable()
      .meta({ description: 'What every page says at its top; null for nothing' }),
  } satisfies Record<Switch | 'readOnly' | 'banner', z.ZodType>)
  .meta({ id: 'Flags' });
export type Flags = z.output<typeof flagsSchema>;
export type FlagName = keyof Flags;

/** How it is as long as nobody has set anything. */
export const defaultFlags: Flags = {
  readOnly: false,
  challenges: true,
  solutions: true,
  comments: true,
  support: true,
  uploads: true,
  signIn: true,
  banner: null,
};
