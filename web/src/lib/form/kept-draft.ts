/** What somebody began to write, kept in this browser until it is sent: it survives a reload, a crash and a way to sign in. */
import type { FormValues } from './form-answer';
import { listOf, textOf } from './form-values';

export type Kept = { at: string; values: FormValues };

/** Milliseconds after which nobody comes back to it. */
const lifetime = 30 * 86_400_000;
/** Fields that say nothing of what was written. */
const aside: readonly string[] = ['key', 'version', 'wardQuery', 'imageRemove', 'imageThumbnail'];

/** Each page keeps its own for each person, and one for readers who are not signed in. */
export function draftKey(page: string, person: string | undefined): string {
  return `draft ${page} ${person ?? 'anyone'}`;
}

/** What is kept under `key`, if it is not too old. */
export function readKept(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return kept && Date.parse(kept.at) > Date.now() - lifetime ? kept : undefined;
  } catch {
    // A browser that keeps nothing, or a text of another make.
    return undefined;
  }
}

/** Keeps `values`. Tells whether the browser took them. */
export function keep(key: string, values: FormValues): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), values } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
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
