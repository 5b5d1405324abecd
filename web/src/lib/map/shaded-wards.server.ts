/** The wards as maps shade them and lists name them. */
import type { Language } from '@hanoi/core/person/schema';
import { wardNames } from '@hanoi/core/ward/names';
import { formatNumber } from '@hanoi/i18n/language';
import * as messages from '@hanoi/i18n/map';
import { shadeOf, shadeSteps } from './shades';

export type ShadedWard = ReturnType<typeof shadedWards>['wards'][number];

/** All wards by name, with the number of challenges `byWard` gives each and its shade; and where each shade begins. */
export function shadedWards(byWard: Readonly<Record<string, number>>, language: Language) {
  const steps = shadeSteps(Object.values(byWard));
  const collator = new Intl.Collator(language);
  const wards = Object.entries(wardNames).map(([code, names]) => {
    const name = names[language === 'vi' ? 0 : 1];
    const count = byWard[code] ?? 0;
    const counted = messages[language].count(count, formatNumber(language, count));
    const kind: 'ward' | 'commune' = names[0].startsWith('Phường') ? 'ward' : 'commune';
    return { code, name, kind, count, shade: shadeOf(count, steps), title: `${name}: ${counted}` };
  });
  return { wards: wards.sort((one, other) => collator.compare(one.name, other.name)), steps };
}
