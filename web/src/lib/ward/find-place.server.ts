/** Which wards somebody may mean by a name, today's or a former one. */

import type { Client } from '@hanoi/core/contracts';
import type { Language } from '@hanoi/core/person/schema';
import { findWards, indexWards, theWard, type WardMatch } from './match';

/** A former district may lead to a dozen wards and more. */
const most = 30;

/**
 * The one ward `text` means, or those it could mean, best first, named in `language`.
 * @throws ProblemError
 */
export async function findPlace(api: Client, text: string, language: Language): Promise<WardMatch[]> {
  const { items } = await api.ward.listWards();
  const wards = indexWards(items.map((ward) => (language === 'vi' ? ward : { ...ward, name: ward.nameEn })));
  const meant = theWard(wards, text);
  return meant ? [meant] : findWards(wards, text, most);
}
