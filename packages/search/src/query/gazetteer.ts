/** Names of wards, and of the wards and districts that were before July 2025, with today's wards they lie in. */
import wardMappings from '@hanoi/core/ward/data/hanoi-ward-mappings.json' with { type: 'json' };
import { wardNames } from '@hanoi/core/ward/names';
import { wordsIn } from '../text/words.ts';

export type PlaceName = { folded: readonly string[]; exact: readonly string[]; codes: readonly string[] };

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

let made: ReadonlyMap<string, PlaceName[]> | undefined;

/** All names by their first folded word. */
export function gazetteer(): ReadonlyMap<string, PlaceName[]> {
  made ??= make();
  return made;
}

function make(): Map<string, PlaceName[]> {
  const codes = new Map<string, Set<string>>();
  const add = (name: string, code: string) => {
    const plain = name.replace(sort, '');
    // A district of a number or a name of one letter would be found everywhere.
    if (plain.length < 3) return;
    codes.set(plain, (codes.get(plain) ?? new Set()).add(code));
  };
  for (const [code, [name]] of Object.entries(wardNames)) add(name, code);
  for (const { oldName, oldDistrict, newCode } of wardMappings as Former[]) {
    add(oldName, newCode);
    add(oldDistrict, newCode);
  }
  const byFirst = new Map<string, PlaceName[]>();
  for (const [name, found] of codes) {
    const words = wordsIn(name);
    const place = { folded: words.map((w) => w.folded), exact: words.map((w) => w.exact), codes: [...found].sort() };
    const first = place.folded[0]!;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), place].sort((a, b) => b.folded.length - a.folded.length),
    );
  }
  return byFirst;
}
