/** The wards with what each was made from, fetched when somebody begins to look for one: 6 KB that few need. */
import type { Language } from '@hanoi/core/person/schema';
import type { Ward } from '@hanoi/core/ward/schema';
import { indexWards, type WardIndex } from './match';

type Answer = { items: Ward[] };

/** All wards, named in `language`, ready to be searched. */
export async function fetchWards(language: Language): Promise<WardIndex> {
  const response = await fetch('/api/v1/wards', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`wards: ${response.status}`);
  const { items } = (await response.json()) as Answer;
  return indexWards(items.map((ward) => (language === 'vi' ? ward : { ...ward, name: ward.nameEn })));
}
