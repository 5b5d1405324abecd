/**
 * What somebody began to write, kept in this browser until it is saved: it survives a reload, a crash and a way to sign in. It
 * belongs to a person. What was begun before signing in stays in its tab, and becomes the draft of whoever signs in there.
 */
import type { FormValues } from './form-answer';
import { listOf, textOf } from './form-values';

export type Kept = { at: string; values: FormValues };
/** A page, without its language, and who writes there. */
export type Place = { page: string; person: string | undefined };

/** Milliseconds after which nobody comes back to it. */
const lifetime = 30 * 86_400_000;
/** Fields that say nothing of what was written. */
const aside: readonly string[] = [
  ...['key', 'version', 'base', 'wardQuery', 'imageRemove', 'imageThumbnail'],
  ...['personalData', 'personalDataChosen', 'personalDataOf'],
];
const prefix = 'draft ';
const nobody = 'anyone';

/** The name under which something of a page is kept for a person. */
export function keptName({ page, person }: Place): string {
  return `${prefix}${person ?? nobody} ${page}`;
}

/** A person finds a draft again for a month, in any tab; nobody's stays in its tab and ends with it. */
const storeOf = ({ person }: Place): Storage => (person === undefined ? sessionStorage : localStorage);

/** What is kept at a place, if it is not too old. */
export function readKept(place: Place): Kept | undefined {
  try {
    const kept = JSON.parse(storeOf(place).getItem(keptName(place)) ?? 'null') as Kept | null;
    return kept && Date.parse(kept.at) > Date.now() - lifetime ? kept : undefined;
  } catch {
    // A browser that keeps nothing, or a text of another make.
    return undefined;
  }
}

/** Keeps `values`. Tells whether the browser took them. */
export function keep(place: Place, values: FormValues): boolean {
  const kept: Kept = { at: new Date().toISOString(), values };
  return attempt(() => storeOf(place).setItem(keptName(place), JSON.stringify(kept)));
}

/** Forgets what is kept at a place, with what was begun there before signing in. */
export function forget({ page, person }: Place): void {
  for (const place of [
    { page, person },
    { page, person: undefined },
  ])
    attempt(() => storeOf(place).removeItem(keptName(place)));
}

/** What was begun in this tab before signing in is this person's from now on, in place of what they had begun before. */
export function takeOver({ page, person }: Place): void {
  const before = person !== undefined && readKept({ page, person: undefined });
  if (before && keep({ page, person }, before.values))
    attempt(() => sessionStorage.removeItem(keptName({ page, person: undefined })));
}

/** Whoever signs out leaves nothing behind; with a person named, only what is theirs or nobody's stays: others used this browser before. */
export function forgetOthers(person?: string): void {
  const own = [person, person && nobody].filter(Boolean).map((who) => `${prefix}${who} `);
  const isOfOthers = (name: string) => name.startsWith(prefix) && !own.some((start) => name.startsWith(start));
  attempt(() => {
    for (const store of [localStorage, sessionStorage])
      for (const name of Object.keys(store).filter(isOfOthers)) store.removeItem(name);
  });
}

/** Storage may be full or forbidden: then nothing is kept, and writing still works. Tells whether it worked. */
function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

/** Whether two forms say the same. A field left out and an empty one do. */
export function saysTheSame(one: FormValues, other: FormValues): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names]
    .filter((name) => !aside.includes(name))
    .every((name) => {
      const isText = textOf(one, name).trim() === textOf(other, name).trim();
      return isText && listOf(one, name).join('\n') === listOf(other, name).join('\n');
    });
}
