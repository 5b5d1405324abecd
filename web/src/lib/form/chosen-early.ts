/** What somebody chose before the scripts had come. */

/**
 * The value of a select that differs from what the page was served with, or undefined. Svelte keeps what was typed into `bind:value`
 * before it takes a page over, but not what was chosen. A select that was not served has no option marked in the HTML.
 */
export function chosenEarly(select: HTMLSelectElement): string | undefined {
  const served = select.querySelector<HTMLOptionElement>('option[selected]');
  return served && select.value !== served.value ? select.value : undefined;
}
