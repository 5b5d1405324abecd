/** Which wards somebody may mean by a name, today's or a former one. */
import type { Language } from '@hanoi/core/person/schema';
import type { Client } from '@hanoi/core/shared/client';
import { wardNames } from '@hanoi/core/ward/names';
import { findWards, fold, type WardMatch } from './match';

const most = 12;

/**
 * The wards `text` fits, best first; just one when it is the whole name of one.
 * @throws ProblemError
 */
export async function findPlace(api: Client, text: string, language: Language): Promise<WardMatch[]> {
  const wanted = fold(text);
  const named = Object.entries(wardNames).filter(([, names]) => names.some((name) => fold(name) === wanted));
  const nameIn = language === 'vi' ? 0 : 1;
  if (named.length === 1) return named.map(([code, names]) => ({ code, name: names[nameIn], because: null }));
  const { items } = await api.ward.listWards();
  const known = items.map(({ code, formerly }) => ({ code, name: wardNames[code]?.[nameIn] ?? code, formerly }));
  return findWards(known, text, most);
}
