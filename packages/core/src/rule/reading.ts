/** How a run of signs may be read: as typed, with doubled letters, digits for letters, teencode or Telex left-overs. */
import { isSyllable } from '../shared/syllable.ts';
import { type Sign, sortedSet } from './sign.ts';

export type Reading = {
  /** Small letters without marks. */
  base: string;
  /** The marks of all letters (see sign.ts), sorted. Where they stood is of no matter: `hoà` and `hòa` are one. */
  marks: string;
  /** Letters were disguised: what is ambiguous without marks no longer is. */
  isDisguised: boolean;
  /** It ends with a digit that is read as a letter: a part of a phrase, but no word of its own. `m3` is a unit. */
  isPart: boolean;
};

/** No Vietnamese syllable and no usual English word is longer; neither are two syllables written as one. */
export const longestBase = 24;

/** Few words make up most of all texts, so their readings are kept. */
const known = new Map<string, Reading[]>();
const mostKnown = 20_000;

/** All readings of the signs, the plain one first. */
export function readingsOf(signs: readonly Sign[], isDisguised = false): readonly Reading[] {
  let key = isDisguised ? '!' : '';
  for (const { name } of signs) key += name;
  const before = known.get(key);
  if (before) return before;
  const readings = allReadings(signs, isDisguised);
  if (known.size >= mostKnown) known.clear();
  known.set(key, readings);
  return readings;
}

function allReadings(signs: readonly Sign[], isDisguised: boolean): Reading[] {
  const plain = readingOf(signs, isDisguised);
  // Letters that stand apart are not squeezed: `a a a` would be read in too many ways.
  const readings = [plain, ...(isDisguised ? [] : squeezed(plain)), ...withDigits(signs)];
  const more = readings.flatMap((reading) => [...teencode(reading), ...leftOver(reading), ...singular(reading)]);
  const all = [...readings, ...more];
  return distinct([...all, ...all.flatMap(oneTone)]);
}

function readingOf(signs: readonly Sign[], isDisguised: boolean): Reading {
  return {
    base: signs.map(({ base }) => base).join(''),
    marks: marksOf(signs),
    isDisguised,
    isPart: false,
  };
}

const marksOf = (signs: readonly Sign[]) => sortedSet(signs.flatMap(({ marks }) => [...marks]));

/** `nguuu`, `lồooon`: runs of a letter as one; three and more also as two, for `asss`. */
function squeezed({ base, marks }: Reading): Reading[] {
  const once = base.replace(/(\p{L})\1+/gu, '$1');
  if (once === base) return [];
  const isLong = /(\p{L})\1\1/u.test(base);
  const one = { base: once, marks, isDisguised: isLong, isPart: false };
  return isLong ? [one, { ...one, base: base.replace(/(\p{L})\1\1+/gu, '$1$1') }] : [one];
}

const digitLetters: Record<string, string> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' },
  ...{ '@': 'a', $: 's', '!': 'i', '€': 'e', '£': 'l', '|': 'l' },
};

/** `l0n`, `đ!t`, `1ồn`: digits and signs as the letters they look like. */
function withDigits(signs: readonly Sign[]): Reading[] {
  if (!signs.some(({ kind }) => kind === 'letter') || signs.every(({ kind }) => kind === 'letter')) return [];
  // `18em` is a quantity.
  if (signs[0]!.kind === 'digit' && signs[1]?.kind === 'digit') return [];
  const last = signs.at(-1)!.kind !== 'letter';
  const read = (letters: Record<string, string>): Reading => ({
    base: signs.map(({ base, kind }) => (kind === 'letter' ? base : (letters[base] ?? base))).join(''),
    marks: marksOf(signs),
    isDisguised: true,
    isPart: last,
  });
  return [read(digitLetters), ...(signs.some(({ base }) => base === '1') ? [read({ ...digitLetters, 1: 'l' })] : [])];
}

/** `đjt`, `zâm`, `cặk`, `fò`, `loz`: letters of teencode. */
function teencode({ base, marks, isPart }: Reading): Reading[] {
  const read = base
    .replace(/^z/, 'd')
    .replace(/j/g, 'i')
    .replace(/^f/, 'ph')
    .replace(/^nq/, 'ng')
    .replace(/^k(?=[aou])/, 'c')
    .replace(/(?<=[aeiouy])[kx]$/, 'c')
    // `lol` is also a laugh, `lồl` is not.
    .replace(marks === '' ? /$^/ : /(?<=[aeiouy])l$/, 'n')
    .replace(/(?<=[aeiouy])g$/, 'ng');
  return read === base ? [] : [{ base: read, marks, isDisguised: true, isPart }];
}

const toneKeys: Record<string, string> = { 1: 's', 2: 'f', 3: 'r', 4: 'x', 5: 'j', 6: '^', 7: 'w', 8: '(', 9: 'd' };

/** What an input method left: `ddijt`, `loonf`, `cawcj` (Telex), `d9it5` (VNI). */
function leftOver({ base, marks, isPart }: Reading): Reading[] {
  if (!/^[a-z]+[a-z1-9]*$/.test(base)) return [];
  const vni = /[1-9]/.test(base)
    ? { base: base.replace(/[1-9]/g, ''), added: [...base].flatMap((letter) => toneKeys[letter] ?? []) }
    : fromTelex(base);
  if (vni.added.length === 0 || !(isSyllable(vni.base) || /^dd[b-z]{1,4}$/.test(base))) return [];
  return [{ base: vni.base, marks: sortedSet([...marks, ...vni.added]), isDisguised: false, isPart }];
}

function fromTelex(typed: string): { base: string; added: string[] } {
  const added: string[] = [];
  const keep = (key: string, letter: string) => {
    added.push(key);
    return letter;
  };
  const base = typed
    .replace(/(?<=[aeiouyw][a-z]*)[sfrxj](?=[a-z]?[a-z]?$)/, (tone) => keep(tone, ''))
    .replace(/^dd|^d(?=[a-z]+d$)/, () => keep('d', 'd'))
    .replace(/(?<=^d[a-z]+)d$/, () => (added.includes('d') ? '' : 'd'))
    .replace(/aa|ee|oo/g, ([letter]) => keep('^', letter!))
    .replace(/aw|(?<=a[a-z]*)w$/g, (found) => keep('(', found.replace('w', '')))
    .replace(/ow|uw|(?<=[ou][a-z]*)w$/g, (found) => keep('w', found.replace('w', '')))
    .replace(/w(?![aeiou])/g, () => keep('w', 'u'));
  return { base, added };
}

/** `lồ́n`: with more tones than one, each of them may have been meant. */
function oneTone(reading: Reading): Reading[] {
  const tones = [...reading.marks].filter((mark) => 'sfrxj'.includes(mark));
  if (tones.length < 2) return [];
  const others = [...reading.marks].filter((mark) => !tones.includes(mark));
  return tones.map((tone) => ({ ...reading, marks: sortedSet([...others, tone]), isDisguised: true }));
}

/** `assholes`, `niggaz`: the ending of the English plural. */
export function singular(reading: Reading): Reading[] {
  const { base } = reading;
  if (!/^[a-z*]{4,}[sz]$/.test(base) || isSyllable(base)) return [];
  return [base.slice(0, -1), ...(base.endsWith('es') ? [base.slice(0, -2)] : [])].map((one) => ({
    ...reading,
    base: one,
  }));
}

function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ base, marks }) => {
    const key = `${base} ${marks}`;
    if (base === '' || base.length > longestBase || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
