/**
 * The keys of moderators: each presses what has it in `data-keys`. Without this script the same links and buttons do the work.
 * As the key of the search field they do nothing while one types, and can be switched off.
 */
import { isKeyOff } from '../search/key-switch';

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.altKey) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendDecision(event);
  if (event.ctrlKey || event.metaKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && isForTyping(target)) {
    if (event.key === 'Escape') target.blur();
    return;
  }
  if (!isKeyOff() && (moveInRows(event.key) || press(event.key))) event.preventDefault();
});

/** Ready sentences go into the text, where they can be changed. Without a script the server puts them there. */
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !target.value) return;
  const note = target.form?.querySelector<HTMLTextAreaElement>('[name="note"]');
  if (!note) return;
  if ('afterAction' in target.dataset) suggestNote(target);
  if (!('snippet' in target.dataset)) return;
  note.value = [target.value, note.value.trim()].filter(Boolean).join('\n\n');
  target.value = '';
  note.focus();
});

/** The first sentence for a reason, in an empty text or in place of another such sentence. */
function suggestNote(reason: HTMLSelectElement): void {
  const note = reason.form?.querySelector<HTMLTextAreaElement>('[name="note"]');
  const sentences = [...(reason.form?.querySelectorAll<HTMLOptionElement>('[data-snippet] optgroup option') ?? [])];
  if (!note || (note.value && !sentences.some(({ value }) => value === note.value))) return;
  const first = sentences.find((option) => option.closest('optgroup')?.dataset.reason === reason.value);
  note.value = first?.value ?? '';
}

function sendDecision(event: KeyboardEvent): void {
  const form = document.querySelector<HTMLFormElement>('form[data-decide]');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

/** In the queue: from row to row, and marking one. */
function moveInRows(key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === 'x') {
    rows[at]?.querySelector<HTMLInputElement>('[type="checkbox"]')?.click();
    return at >= 0;
  }
  const step = { j: 1, n: 1, k: -1 }[key];
  if (!step) return false;
  const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next]?.querySelector<HTMLElement>('a')?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
  return true;
}

function press(key: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-keys~="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (found instanceof HTMLFormElement) found.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
  else if (found instanceof HTMLDetailsElement) {
    found.open = !found.open;
    found.querySelector('summary')?.focus();
  } else {
    found.click();
    if (found instanceof HTMLInputElement) goOnFrom(found);
  }
  return true;
}

/** A chosen action is followed by its reason; where that is settled, by what is told to the author. */
function goOnFrom(action: HTMLInputElement): void {
  const reason = document.querySelector<HTMLSelectElement>('select[data-after-action]');
  if (reason) suggestNote(reason);
  (reason ?? action.form?.querySelector<HTMLElement>('[name="note"]'))?.focus();
}

function isForTyping(element: HTMLElement): boolean {
  return element.matches('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])');
}
