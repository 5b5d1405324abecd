/** What is being written in a `<textarea data-keep>` stays through a reload, in this tab only. */

/** An event listener: keeps each change. */
export function keepOnInput({ target }: Event): void {
  if (isKept(target)) attempt(() => sessionStorage.setItem(keyOf(target), target.value));
}

/** Fills those the server sent empty with what was kept. */
export function restoreDrafts(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('[data-keep]')) {
    if (!area.value) area.value = attempt(() => sessionStorage.getItem(keyOf(area))) ?? '';
  }
}

/** Forgets what was written in `form`: it has been sent. */
export function forgetDrafts(form: HTMLFormElement): void {
  for (const area of form.querySelectorAll<HTMLTextAreaElement>('[data-keep]')) {
    attempt(() => sessionStorage.removeItem(keyOf(area)));
  }
}

function isKept(target: EventTarget | null): target is HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement && 'keep' in target.dataset;
}

function keyOf({ id }: HTMLTextAreaElement): string {
  return `draft ${location.pathname} ${id}`;
}

/** Storage may be full or forbidden: then nothing is stored, and writing still works. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
