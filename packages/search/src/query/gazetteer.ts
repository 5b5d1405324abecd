/** Names of wards, and of the wards and districts that were before July 2025, with today's wards they lie in. */
import wardMappings from '@hanoi/core/ward/data/hanoi-ward-mappings.json' with { type: 'json' };
import { wardNames } from '@hanoi/core/ward/names';
import { wordsIn } from '../text/words.ts';

export type PlaceName = {
  folded: readonly string[];
  exact: readonly string[];
  /** The ward that is called so today. */
  today: string | undefined;
  /** Today's wards that have a part of a former ward of this name, and of a former district. */
  formerWard: readonly string[];
  formerDistrict: readonly string[];
};

type Former = { oldName: string; oldDistrict: string; newCode: string };

/** What a name may begin with, in full, short and in English; not part of the name itself. */
const sort = /^(?:phường|xã|quận|huyện|thị xã|thị trấn)\s+/i;
/** The same as people type it before a name. */
export const placeSorts: ReadonlySet<string> = new Set([
  'phuong',
  'xa',
  'quan',
  'huyen',
  'p',
  'q',
  'h',
  'x',
  'tt',
  'tx',
  'ward',
  'district',
  'commun',
  'commune',
]);

const wardSorts: ReadonlySet<string> = new Set(['phuong', 'xa', 'p', 'x', 'tt', 'ward', 'commun', 'commune']);

/**
 * The wards that a name means behind `sort`, folded: behind a ward's sort those called so, behind a district's those of the former
 * district; both without one. `today` is the ward that has the name now, where it may be meant: it comes before all others.
 */
export function wardsOf(place: PlaceName, sort?: string): { codes: string[]; today?: string } {
  const { today, formerWard, formerDistrict } = place;
  const ofWard = [...(today ? [today] : []), ...formerWard];
  const isDistrict = sort !== undefined && !wardSorts.has(sort) && formerDistrict.length > 0;
  const isWard = sort !== undefined && wardSorts.has(sort) && ofWard.length > 0;
  const codes = isDistrict ? formerDistrict : isWard ? ofWard : [...ofWard, ...formerDistrict];
  return { codes: [...new Set(codes)].sort(), ...(today && !isDistrict && { today }) };
}

let made: ReadonlyMap<string, PlaceName[]> | undefined;

/** All names by their first folded word. */
export function gazetteer(): ReadonlyMap<string, PlaceName[]> {
  made ??= make();
  return made;
}

function make(): Map<string, PlaceName[]> {
  type Codes = Record<'today' | 'ward' | 'district', Set<string>>;
  const codes = new Map<string, Codes>();
  const add = (name: string, of: keyof Codes, code: string) => {
    const plain = name.replace(sort, '');
    // A district of a number or a name of one letter would be found everywhere.
    if (plain.length < 3) return;
    const found = codes.get(plain) ?? { today: new Set(), ward: new Set(), district: new Set() };
    found[of].add(code);
    codes.set(plain, found);
  };
  for (const [code, [name]] of Object.entries(wardNames)) add(name, 'today', code);
  for (const { oldName, oldDistrict, newCode } of wardMappings as Former[]) {
    add(oldName, 'ward', newCode);
    add(oldDistrict, 'district', newCode);
  }
  const byFirst = new Map<string, PlaceName[]>();
  for (const [name, { today, ward, district }] of codes) {
    const words = wordsIn(name);
    const place: PlaceName = {
      folded: words.map((w) => w.folded),
      exact: words.map((w) => w.exact),
      today: [...today][0],
      formerWard: [...ward].sort(),
      formerDistrict: [...district].sort(),
    };
    const first = place.folded[0]!;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), place].sort((a, b) => b.folded.length - a.folded.length),
    );
  }
  return byFirst;
}
