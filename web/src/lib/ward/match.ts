/** Finds wards by what people call them: today's name, a former ward, a former district, with or without accents. */

import type { Share } from '@hanoi/core/ward/schema';

export type KnownWard = {
  code: string;
  name: string;
  formerUnits: readonly { name: string; district: string; share: Share }[];
};
/**
 * A ward that fits, and the former unit that made it fit when its own name did not: a part of it, or, where `isWithin`,
 * the district it was in. `share` is how much of that unit the ward has.
 */
export type WardMatch = { code: string; name: string; because: string | null; isWithin: boolean; share: Share };

/** Lower case without accents, đ as d, single spaces: `Hoà Lạc`, `Hòa Lạc` and `hoa lac` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

type Name = { unit: string | null; bare: string };

const before = /^(phuong|xa|quan|huyen|thi tran|thi xa|thanh pho|tp|tt|tx|p|x|q|h) (.+)$/;
const after = /^(.+) (ward|commune|district|town)$/;
/** How units are shortened, or called in English. */
const units: Record<string, string> = {
  p: 'phuong',
  ward: 'phuong',
  x: 'xa',
  commune: 'xa',
  q: 'quan',
  district: 'quan',
  h: 'huyen',
  tt: 'thi tran',
  town: 'thi tran',
  tx: 'thi xa',
  tp: 'thanh pho',
};

function withUnitBefore(folded: string): Name | undefined {
  const [, unit, bare] = before.exec(folded) ?? [];
  return unit && bare ? { unit: units[unit] ?? unit, bare } : undefined;
}

/** As English has it: `Hoan Kiem Ward`. */
function withUnitAfter(folded: string): Name | undefined {
  const [, bare, unit] = after.exec(folded) ?? [];
  return unit && bare ? { unit: units[unit] ?? unit, bare } : undefined;
}

/** What a query may mean: `phuong liet` is the ward Phương Liệt, or the ward (phường) Liệt. */
function readingsOf(query: string): Name[] {
  const folded = fold(query);
  const readings = [folded ? { unit: null, bare: folded } : undefined, withUnitBefore(folded), withUnitAfter(folded)];
  return readings.filter((reading) => reading !== undefined);
}

type Former = {
  whole: string;
  part: Name;
  district: Name;
  share: Share;
  words: { whole: string; district: string };
};
type Prepared = { code: string; name: string; own: Name; former: Former[] };
/** The wards prepared for search: folding every name again with each key would be noticeable. */
export type WardIndex = readonly Prepared[];

/** Makes `wards` ready to be searched. */
export function indexWards(wards: readonly KnownWard[]): WardIndex {
  return wards.map(({ code, name, formerUnits }) => ({
    code,
    name,
    own: nameOf(name),
    // Shown as `Phường Trúc Bạch, Quận Ba Đình`: either part may be what the person remembers.
    former: formerUnits.map(({ name: part, district, share }) => {
      const whole = `${part}, ${district}`;
      return { whole: fold(whole), part: nameOf(part), district: nameOf(district), share, words: { whole, district } };
    }),
  }));
}

function nameOf(text: string): Name {
  const folded = fold(text);
  return withUnitAfter(folded) ?? withUnitBefore(folded) ?? { unit: null, bare: folded };
}

/** The wards that fit `query`, best first, at most `most`. Nothing fits an empty query. */
export function findWards(index: WardIndex, query: string, most = 8): WardMatch[] {
  const readings = readingsOf(query);
  if (readings.length === 0) return [];
  return index
    .flatMap((ward) => rank(ward, readings))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ match }) => match);
}

/**
 * The one ward that `query` means: it bears that name today, or nothing else fits. Undefined when it could be several:
 * `Hà Đông` is a ward and was a district. Undefined too when the only one is likely, for a person to confirm.
 */
export function theWard(index: WardIndex, query: string): WardMatch | undefined {
  const [first, second] = findWards(index, query, 2);
  if (!first || first.share === 'likely') return undefined;
  const isNamed = first.because === null && closeness(nameOf(first.name), readingsOf(query)) === 0;
  return (isNamed && !isDistrict(index, query)) || !second ? first : undefined;
}

/** Whether `query`, as it stands, is also the name of a former district. */
function isDistrict(index: WardIndex, query: string): boolean {
  const bare = fold(query);
  return index.some(({ former }) => former.some(({ district }) => district.bare === bare));
}

/** Matches by what made them fit: those by their own or a former ward's name, then the former districts with theirs. */
export function byDistrict<Match extends WardMatch>(matches: readonly Match[]) {
  const places = matches.filter(({ isWithin }) => !isWithin);
  const names = [...new Set(matches.flatMap(({ isWithin, because }) => (isWithin && because ? [because] : [])))];
  const districts = names.map((name) => ({
    name,
    wards: matches.filter(({ isWithin, because }) => isWithin && because === name),
  }));
  return { places, districts };
}

/** How many units of a district a ward has, a part as a half: those that are mostly of it come first. */
function unitsOf(former: readonly Former[], district: string): number {
  const shares = former.filter(({ words }) => words.district === district).map(({ share }) => share);
  return shares.reduce((sum, share) => sum + (share === 'part' ? 0.5 : 1), 0);
}

type Ranked = { rank: number; match: WardMatch };
const none = 9;
/** What took all of a former unit comes before what took a part, and that before what is only likely. */
const behind: Record<Share, number> = { whole: 0, part: 0.1, likely: 0.2 };

function rank({ code, name, own, former }: Prepared, readings: readonly Name[]): Ranked[] {
  const asOwn = closeness(own, readings);
  if (asOwn < none) return [{ rank: asOwn, match: { code, name, because: null, isWithin: false, share: 'whole' } }];
  let best: (Ranked & { found: number }) | undefined;
  for (const { whole, part, district, share, words } of former) {
    const asWhole = whole.startsWith(readings[0]!.bare) ? 1 : none;
    const asPart = Math.min(closeness(part, readings), asWhole);
    const asDistrict = closeness(district, readings);
    const near = Math.min(asPart, asDistrict);
    const found = near + 3 + behind[share];
    if (near >= none || (best && found >= best.found)) continue;
    const isWithin = asDistrict < asPart;
    const order = isWithin ? found + 0.5 / (1 + unitsOf(former, words.district)) : found;
    best = {
      rank: order,
      found,
      match: { code, name, because: isWithin ? words.district : words.whole, isWithin, share },
    };
  }
  return best ? [best] : [];
}

/** 0 the very name, 1 its beginning or the name of another kind of unit, 2 the beginning of one of its words. */
function closeness(name: Name, readings: readonly Name[]): number {
  return Math.min(...readings.map((reading) => closenessTo(name, reading)));
}

function closenessTo(name: Name, wanted: Name): number {
  const isSameUnit = wanted.unit === null || wanted.unit === name.unit;
  if (name.bare === wanted.bare) return isSameUnit ? 0 : 1;
  if (wanted.unit === null && `${name.unit} ${name.bare}`.startsWith(wanted.bare)) return 1;
  if (!isSameUnit) return none;
  if (name.bare.startsWith(wanted.bare)) return 1;
  return ` ${name.bare}`.includes(` ${wanted.bare}`) ? 2 : none;
}
