/**
 * What every page does for its search field: `/` enters it, and the script that suggests is fetched when it is first entered.
 * Without this the field is a form.
 */
import { isKeyOff, showKeySwitch, switchKey } from './key-switch';

let isFetched = false;

document.addEventListener('focusin', ({ target }) => fetchScript(target));
fetchScript(document.activeElement);
showKeySwitch();
document.addEventListener('click', switchKey);

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isForTyping(event.target) || isKeyOff()) return;
  const field =
    document.querySelector<HTMLInputElement>('main [data-search]') ?? seen<HTMLInputElement>('[data-search]');
  event.preventDefault();
  field?.select();
  // A narrow header has a link to the search page instead.
  if (!field) seen('[data-search-way]')?.click();
});

function fetchScript(target: EventTarget | null): void {
  const form = target instanceof HTMLInputElement && 'search' in target.dataset ? target.form : null;
  if (!form || isFetched) return;
  isFetched = true;
  const script = document.createElement('script');
  script.src = form.dataset.suggest ?? '';
  document.head.append(script);
}

function seen<Found extends HTMLElement>(query: string): Found | undefined {
  return [...document.querySelectorAll<Found>(query)].find((element) => element.offsetWidth > 0);
}

function isForTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
