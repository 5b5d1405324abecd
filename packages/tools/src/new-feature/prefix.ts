/** The letters by which ids and quoted numbers name what they belong to. They can never change later. */
import type { Spellings } from './name.ts';

/** Three letters that no ids begin with yet. `sources` are the files that name prefixes. */
export function prefixOf({ camel }: Spellings, ...sources: string[]): string {
  const taken = new Set(sources.flatMap((text) => [...text.matchAll(/'([a-z]{3})',$/gm)]).map((found) => found[1]));
  const [first = '', ...others] = camel.toLowerCase();
  const candidates = others.flatMap((second, index) => others.slice(index + 1).map((third) => first + second + third));
  return firstFree(candidates, taken, `prefix of ids that can be made of ${camel}`);
}

/** Two capitals that no quoted number begins with yet: the first letters of its words in Vietnamese, where they are free. */
export function referenceOf({ name, vi }: Spellings, kinds: string): string {
  const taken = new Set([...kinds.matchAll(/reference: '([A-Z]+)'/g)].map((found) => found[1]));
  const initials = lettersOf(vi).replace(/(\w)\w*\s*/g, '$1');
  const [first = '', ...others] = name.toUpperCase();
  const candidates = [initials.slice(0, 2).toUpperCase(), ...others.map((second) => first + second)];
  return firstFree(
    candidates.filter((candidate) => candidate.length === 2),
    taken,
    `reference that can be made of ${name}`,
  );
}

/** Vietnamese without its marks. */
const lettersOf = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');

function firstFree(candidates: readonly string[], taken: ReadonlySet<string | undefined>, what: string): string {
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free === undefined) throw new Error(`Every ${what} is taken.`);
  return free;
}
