/** Programmes by what somebody typed: their names in both languages, and those they had before. */
import type { Programme } from '@hanoi/core/programme/schema';
import { fold } from '$lib/ward/match';

/** More than these say nothing: the words are in many names. */
const most = 3;

/** The codes of those in whose names the words stand in a row, with or without accents; none where too many have them. */
export function programmesNamed(programmes: readonly Programme[], words: string): string[] {
  const wanted = ` ${fold(words)} `;
  if (wanted.trim() === '') return [];
  const found = programmes.filter(({ code, name, nameEn, short, shortEn, formerNames }) =>
    [code, name, nameEn, short, shortEn, ...formerNames].some((one) => ` ${fold(one)} `.includes(wanted)),
  );
  return found.length > most ? [] : found.map(({ code }) => code);
}
