/** Asks what is like the draft in a form while its title or summary is typed, and tells it when it moves nothing. */
import type { Language } from '@hanoi/core/person/schema';
import { on } from 'svelte/events';
import type { AlikeView } from './alike-view';
import { draftOf } from './draft-of';
import { fetchAlike } from './fetch-alike';

const waitMs = 400;
/** Shorter titles say too little. */
const leastLetters = 6;
const watched = ['title', 'summary', 'ward'];

type Watched = {
  /** Where the answer is shown, in the form. */
  box: HTMLElement;
  form: HTMLFormElement;
  /** Where to ask, below the API. */
  address: string;
  language: Language;
  /** Called only while somebody is in a field above `box`; what came meanwhile waits for that. */
  tell: (found: readonly AlikeView[]) => void;
};

/** Begins to watch; what it answers ends it. */
export function watchDraft({ box, form, address, language, tell }: Watched): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  let waiting: readonly AlikeView[] | undefined;
  let asked = '';
  const tellFromAbove = () => {
    if (!waiting || !isAbove(box, form)) return;
    tell(waiting);
    waiting = undefined;
  };
  const ask = async () => {
    const data = new FormData(form);
    const draft = draftOf((name) => String(data.get(name) ?? ''));
    if (JSON.stringify(draft) === asked) return;
    asked = JSON.stringify(draft);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const found = draft.title.trim().length < leastLetters ? [] : await fetchAlike(address, draft, language, signal);
    if (signal.aborted) return;
    waiting = found;
    tellFromAbove();
  };
  const askSoon = ({ target }: Event) => {
    if (!(target instanceof Element) || !watched.includes(target.getAttribute('name') ?? '')) return;
    clearTimeout(timer);
    timer = setTimeout(ask, waitMs);
  };
  const ends = [on(form, 'input', askSoon), on(form, 'change', askSoon), on(form, 'focusin', tellFromAbove)];
  return () => {
    clearTimeout(timer);
    asking.abort();
    for (const end of ends) end();
  };
}

/** Whether somebody is in a field above `box`: elsewhere, what appears would move a field, or a button that is being pressed. */
function isAbove(box: HTMLElement, form: HTMLFormElement): boolean {
  const { activeElement } = document;
  if (!activeElement || !form.contains(activeElement)) return false;
  return (box.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
