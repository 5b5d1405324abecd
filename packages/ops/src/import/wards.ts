/** Finds today's ward by its name, or by what it was called before 1 July 2025. */
import { listWards } from '@hanoi/core/ward/service';

type Found = { code: string; moved?: boolean; likely?: boolean; candidates?: readonly string[] };

export type WardFinder = {
  /**
   * The code of the ward called `name`; `district` helps where several old wards share a name. `moved` says that the
   * name is a former district's, whose namesake is taken; `likely` that the old unit was abolished before 2025 or
   * divided, and a ward of its name has a part of it; `reason` why none was found, with the `candidates` a pin may choose from.
   */
  find(name: string, district?: string): Found | { reason: string; candidates?: readonly string[] };
};

/** How units are shortened, with a dot or a blank behind: `P.Láng`, `TT Đông Anh`. */
const short: Record<string, string> = {
  p: 'Phường',
  x: 'Xã',
  tt: 'Thị trấn',
  tx: 'Thị xã',
  q: 'Quận',
  h: 'Huyện',
  tp: 'Thành phố',
};
const shortened = new RegExp(`^(${Object.keys(short).join('|')})(?:\\.\\s*|\\s+)(?=\\S)`, 'i');
const prefix = /^(?:phường|xã|thị trấn|quận|huyện|thị xã)\s*/;
/** Without its accents `quận` is also the `Quán` of a name: only what is typed wholly without them is read so. */
const plainPrefix = /^(?:phuong|xa|thi tran|quan|huyen|thi xa)\s+/;
const cities = ['ha noi', 'thanh pho ha noi', 'tp ha noi'];

/** The words for units written out. */
function whole(name: string): string {
  return name.trim().replace(shortened, (_, unit: string) => `${short[unit.toLowerCase()]} `);
}

/** What a spreadsheet makes of the code 00070: 70, '00070, 70.0; undefined when it is no number. */
function codeOf(text: string): string | undefined {
  const digits = /^'?(\d{1,5})(?:[.,]0+)?$/.exec(text.trim())?.[1];
  return digits?.padStart(5, '0');
}

/** Small letters without accents, spelt one way. */
function folded(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Folded, without the word for what it is. */
function bare(name: string): string {
  const small = name.normalize('NFC').trim().toLowerCase();
  const isPlain = /^[\x20-\x7e]*$/.test(small);
  return folded(isPlain ? small.replace(prefix, '').replace(plainPrefix, '') : small.replace(prefix, ''));
}

/** Loads the names; resolves to a finder. */
export async function openWards(): Promise<WardFinder> {
  const wards = await listWards();
  const former = wards.flatMap(({ code, formerUnits }) => formerUnits.map((unit) => ({ code, ...unit })));
  const districts = new Set(former.map((unit) => folded(unit.district)));

  /** Codes of the wards a name may mean; with a district it is an old one, unless no old one fits. */
  const named = (pick: (name: string) => string, name: string, district: string): string[] => {
    const today = wards.filter((ward) => pick(ward.name) === pick(name)).map((ward) => ward.code);
    if (today.length > 0 && !district) return today;
    const old = former.filter((unit) => pick(unit.name) === pick(name));
    const near = district ? old.filter((unit) => bare(unit.district) === bare(district)) : old;
    return near.length > 0 ? [...new Set(near.map((unit) => unit.code))] : today;
  };

  /** Whether only a unit that was abolished before 2025 has led to the ward. */
  const isLikely = (name: string, code: string): boolean => {
    if (wards.some((ward) => bare(ward.name) === bare(name))) return false;
    const units = former.filter((unit) => unit.code === code && bare(unit.name) === bare(name));
    return units.length > 0 && units.every(({ share }) => share === 'likely');
  };

  return {
    find(text, given = '') {
      const code = codeOf(text);
      if (wards.some((ward) => ward.code === code)) return { code: code! };
      if (code) return { reason: 'is no code of a ward of today' };
      const [name = '', ...rest] = [...text.split(/\s*[,;]\s*/), ...given.split(/\s*[,;]\s*/)].map(whole);
      const district = rest.find((part) => part && !cities.includes(folded(part))) ?? '';
      if (districts.has(folded(name))) {
        const namesake = wards.filter((ward) => bare(ward.name) === bare(name));
        if (namesake.length === 1) return { code: namesake[0]!.code, moved: true };
        return { reason: 'is a former district: name the ward of today' };
      }
      const exact = named(folded, name, district);
      const codes = exact.length > 0 ? exact : named(bare, name, district);
      const [only] = codes;
      if (only && codes.length === 1) return isLikely(name, only) ? { code: only, likely: true } : { code: only };
      const namesake = wards.find((ward) => codes.includes(ward.code) && bare(ward.name) === bare(name));
      if (namesake) return { code: namesake.code, likely: true, candidates: codes };
      if (codes.length === 0) return { reason: 'is no ward of Hanoi, neither of today nor of before' };
      const names = wards.filter((ward) => codes.includes(ward.code)).map((ward) => ward.name);
      return { reason: `could be ${names.join(', ')}: name the ward of today`, candidates: codes };
    },
  };
}
