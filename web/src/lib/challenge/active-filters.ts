/** What a list or the map is narrowed to, in words, each with the address without it. */
import type { Language } from '@hanoi/core/person/schema';
import * as messages from '@hanoi/i18n/challenge-list';
import { statusNames } from '@hanoi/i18n/status';
import { type ProgrammeView, programmeOf, shortName } from '$lib/programme/programme-view';
import { toggled } from '$lib/search/filter-query';
import type { ListFilter } from './list-address';

export type ActiveFilter = { words: string; href: string };
type Narrowed = {
  filter: ListFilter;
  wards: readonly { code: string; name: string }[];
  /** The name of the organisation, where it is known. */
  organisation: string | null;
};

/** The filters in force, in the order of the form. */
export function activeFilters(
  { filter, wards, organisation }: Narrowed,
  programmes: readonly ProgrammeView[],
  language: Language,
  addressOf: (filter: ListFilter) => string,
): ActiveFilter[] {
  const t = messages[language];
  const named: [Partial<Record<keyof ListFilter, undefined>>, string | undefined][] = [
    [{ programme: undefined }, filter.programme && shortName(programmeOf(programmes, filter.programme), language)],
    [{ status: undefined }, filter.status && statusNames[language].challenge[filter.status]],
    [{ kind: undefined }, filter.kind && t.kinds[filter.kind]],
    [{ tag: undefined }, filter.tag && t.tagged(filter.tag)],
    [{ organisation: undefined }, filter.organisation && (organisation ?? t.oneOrganisation)],
    [{ year: undefined }, filter.year ? t.inYear(filter.year) : undefined],
  ];
  const places = wards.map(({ code, name }) => ({
    words: name,
    href: addressOf({ ...filter, ward: toggled(filter.ward, code) }),
  }));
  const others = named.flatMap(([without, words]) =>
    words ? [{ words, href: addressOf({ ...filter, ...without }) }] : [],
  );
  return [...places, ...others];
}
