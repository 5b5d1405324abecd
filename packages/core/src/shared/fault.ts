/** What is kept of an error for administrators: its class and its message, without what may be somebody's data. */
import { z } from './zod.ts';

export const faultSchema = z
  .object({
    name: z.string().meta({ description: 'The class of the error' }),
    message: z.string().meta({ description: 'Its message, without quoted texts, addresses and long numbers' }),
  })
  .meta({ id: 'Fault' });
export type Fault = z.output<typeof faultSchema>;

const mostLetters = 300;

/** Texts in quotes, e-mail addresses and long numbers: an error may repeat what somebody typed. */
const perhapsPersonal = /“[^”]*”|"[^"]*"|`[^`]*`|(?<!\p{L})'[^']*'|\S+@\S+|\+?\d[\d .()-]{6,}\d/gu;

/** An error as administrators read it. Of one that lists what is wrong with data (zod), the places and codes. */
export function faultOf(error: unknown): Fault {
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  const { issues } = Object(error) as { issues?: { path: PropertyKey[]; code: string }[] };
  const told = Array.isArray(issues)
    ? issues.map(({ path, code }) => `/${path.map(String).join('/')}: ${code}`).join('; ')
    : message.replaceAll(perhapsPersonal, '…');
  return { name: name.slice(0, 60), message: told.slice(0, mostLetters) };
}
