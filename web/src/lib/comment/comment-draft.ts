/** Keeps what is being written through a reload, in this tab only. An attachment for a textarea. */
import type { Attachment } from 'svelte/attachments';

/** Keeps the text of a textarea under `key`; what was kept fills it when it is empty. */
export function keepDraft(key: string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    const kept = attempt(() => sessionStorage.getItem(key));
    if (kept && !area.value) {
      area.value = kept;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const keep = () => attempt(() => (area.value ? sessionStorage.setItem(key, area.value) : forgetDraft(key)));
    area.addEventListener('input', keep);
    return () => area.removeEventListener('input', keep);
  };
}

/** Forgets it: it has been sent. */
export function forgetDraft(key: string): void {
  attempt(() => sessionStorage.removeItem(key));
}

/** Storage may be full or forbidden: then nothing is kept, and writing goes on. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
