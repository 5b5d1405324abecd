/** Buttons `data-copy` that copy a text. They are sent hidden: without JavaScript the text stands beside them to be marked. */

export function showCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
}

/** An event listener: copies, and says so for a moment. */
export async function copyOnClick({ target }: Event): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
  const label = button?.querySelector('[role="status"]');
  if (!button || !label) return;
  await navigator.clipboard.writeText(button.dataset.copy ?? '');
  const before = label.textContent;
  label.textContent = button.dataset.done ?? '';
  setTimeout(() => {
    label.textContent = before;
  }, 3_000);
}
