/**
 * Suggestions under a search field while one types. The text itself is never changed, so that an input method for Vietnamese
 * is not disturbed; while it composes, keys belong to it alone.
 */
import type { Language } from '@hanoi/core/person/schema';
import type { Suggestion } from '@hanoi/core/search/schema';
import * as messages from '@hanoi/i18n/search-box';
import { OptionList } from './option-list';
import { suggestionAddress } from './suggestion-address';

const waitMs = 150;
const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi';
const t = messages[language];
const known = new WeakSet<HTMLInputElement>();

document.addEventListener('focusin', ({ target }) => begin(target));
begin(document.activeElement);

function begin(target: EventTarget | null): void {
  const isField = target instanceof HTMLInputElement && 'search' in target.dataset;
  if (!isField || known.has(target) || !target.form) return;
  known.add(target);
  suggestIn(target, target.form);
}

function suggestIn(input: HTMLInputElement, form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>('[data-suggestions]')!;
  const status = form.querySelector<HTMLElement>('[role="status"]')!;
  const kinds = JSON.parse(form.dataset.kinds ?? '{}') as Record<string, string>;
  const options = new OptionList(input, list, t.suggestions);
  let found: Suggestion[] = [];
  const show = (items: Suggestion[]) => {
    found = items;
    options.show(items.map(({ text, kind }) => ({ text, small: kinds[kind] ?? '' })));
    status.textContent = input.value.trim() ? t.count(items.length) : '';
  };
  const goTo = (event: Event, place: number) => {
    if (!found[place]) return;
    event.preventDefault();
    location.assign(suggestionAddress(found[place], language));
  };
  askWhileTyping(input, show);
  input.addEventListener('keydown', (event) => pressKey(event, options, goTo));
  input.addEventListener('blur', () => options.close());
  // The field keeps the focus while the list is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => goTo(event, options.placeOf(event.target)));
}

function pressKey(event: KeyboardEvent, options: OptionList, goTo: (event: Event, place: number) => void): void {
  // 229 is what Safari calls the key that ends a composition.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (options.step(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  } else if (event.key === 'Enter') goTo(event, options.chosen);
  else if (event.key === 'Escape' && options.isOpen) {
    event.preventDefault();
    options.close();
  }
}

function askWhileTyping(input: HTMLInputElement, show: (items: Suggestion[]) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    asking.abort();
  };
  const askSoon = () => {
    stop();
    asking = new AbortController();
    const { signal } = asking;
    timer = setTimeout(async () => {
      const items = await fetchSuggestions(input.value.trim(), signal);
      if (!signal.aborted) show(items);
    }, waitMs);
  };
  input.addEventListener('input', askSoon);
  input.addEventListener('blur', stop);
  // Typed before this script had come.
  if (input.value !== input.defaultValue) askSoon();
}

/** None where there is no answer: the form still searches. */
async function fetchSuggestions(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (!q) return [];
  try {
    const response = await fetch(`/api/v1/search/suggest?${new URLSearchParams({ q })}`, { signal });
    return response.ok ? ((await response.json()) as { items: Suggestion[] }).items : [];
  } catch {
    // Typed on, or no connection.
    return [];
  }
}
