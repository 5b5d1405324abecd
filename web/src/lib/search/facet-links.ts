/** The filters of the search page: what each value would leave, and the address that chooses or drops it. */
import type { Language } from '@hanoi/core/person/schema';
import type { SearchAnswer } from '@hanoi/core/search/schema';
import type { StatusOf, SubjectKind } from '@hanoi/core/subject/kinds';
import { wardNames } from '@hanoi/core/ward/names';
import { statusName } from '@hanoi/i18n/status';
import { type ProgrammeView, programmeOf, shortName } from '$lib/programme/programme-view';
import { toggled } from './filter-query';
import { type Search, searchAddress } from './search-address';

export type FacetName = Exclude<keyof SearchAnswer['facets'], 'kind'>;
export type FacetLink = { value: string; words: string; count: number; href: string; isChosen: boolean };

/** The values of the facet `name`, the commonest first; those in force are never left out. */
export function facetLinks(
  name: FacetName,
  facet: SearchAnswer['facets'][FacetName],
  search: Search,
  programmes: readonly ProgrammeView[],
  language: Language,
): FacetLink[] {
  const chosen = [search[name] ?? []].flat().map(String);
  const counted = new Map([
    ...chosen.map((value) => [value, 0] as const),
    ...facet.map(({ value, count }) => [value, count] as const),
  ]);
  const links = [...counted].map(([value, count]) => ({
    value,
    count,
    words: wordsFor(name, value, programmes, language),
    isChosen: chosen.includes(value),
    href: searchAddress(language, { ...search, ...change(name, value, search) }),
  }));
  return links.sort((one, other) => Number(other.isChosen) - Number(one.isChosen) || other.count - one.count);
}

/** One value at a time, but several wards. */
function change(name: FacetName, value: string, search: Search): Partial<Search> {
  if (name === 'ward') return { ward: toggled(search.ward, value) };
  return { [name]: String(search[name] ?? '') === value ? undefined : value };
}

/** The value of a facet as people read it. */
export function wordsFor(
  name: FacetName,
  value: string,
  programmes: readonly ProgrammeView[],
  language: Language,
): string {
  if (name === 'programme') return shortName(programmeOf(programmes, value), language);
  if (name === 'ward') return wardNames[value]?.[language === 'vi' ? 0 : 1] ?? value;
  return name === 'status' ? statusName(language, value as StatusOf<SubjectKind>) : value;
}
