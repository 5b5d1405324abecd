/** What is being written in a `<textarea data-keep>` stays through a reload, in this tab only, for the person who wrote it. */

import { keptName } from '../form/kept-draft';
import { pathWithoutLanguage } from '../language/path';

/** An event listener: keeps each change. */
export function keepOnInput({ target }: Event): void {
  if (isKept(target)) attempt(() => sessionStorage.setItem(keyOf(target), target.value));
}

/** Fills those the server sent empty with what was kept; what was begun before signing in goes on under the person's name. */
export function restoreDrafts(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('[data-keep]')) {
    attempt(() => {
      const begun = sessionStorage.getItem(keyOf(area, null));
      if (begun !== null && personHere()) {
        sessionStorage.setItem(keyOf(area), begun);
        sessionStorage.removeItem(keyOf(area, null));
      }
      if (!area.value) area.value = sessionStorage.getItem(keyOf(area)) ?? '';
    });
  }
}

/** Forgets what was written in `form`: it has been saved. */
export function forgetDrafts(form: HTMLFormElement): void {
  for (const area of form.querySelectorAll<HTMLTextAreaElement>('[data-keep]')) {
    for (const person of [personHere(), null]) attempt(() => sessionStorage.removeItem(keyOf(area, person)));
  }
}

function isKept(target: EventTarget | null): target is HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement && 'keep' in target.dataset;
}

/** Who is signed in, as the page's header says. */
export function personHere(): string | undefined {
  return document.querySelector<HTMLElement>('.site-header')?.dataset.person;
}

function keyOf({ id }: HTMLTextAreaElement, person: string | null | undefined = personHere()): string {
  return keptName({ page: `${pathWithoutLanguage(location.pathname)} ${id}`, person: person ?? undefined });
}

/** Storage may be full or forbidden: then nothing is stored, and writing still works. */
function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // Nothing is kept.
  }
}
