/** Forms and links `data-live`: sent and followed without leaving the place. The server makes the page; what differs is shown. */
import { showCopyButtons } from './copy';
import { forgetDrafts, restoreDrafts } from './drafts';
import { type Failure, failureIn, lost, sayIn } from './failure';
import { moveOn } from './move-on';
import { swapParts } from './parts';

/** An event listener for forms. Where there is no answer, or one of a site in trouble, everything stays and the person is told. */
export async function sendInPlace(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  // A button that leads to another site takes the whole page along.
  if (!('live' in form.dataset) || event.submitter?.hasAttribute('data-leaves')) return;
  event.preventDefault();
  // Not disabled while it is sent: a button that is loses the focus.
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  sayIn(form, undefined);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter)) body.append(name, String(value));
  const failure = await show(form, form.action, { method: 'POST', body });
  form.ariaBusy = null;
  if (failure) sayIn(form, failure);
}

/** An event listener for links; those to be opened elsewhere are left alone. */
export async function followInPlace(event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-live]') : null;
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (await show(link, link.href)) location.assign(link.href);
}

/** Shows the answer; what went wrong when there was none that can be shown. */
async function show(from: HTMLElement, address: string, init: RequestInit = {}): Promise<Failure | undefined> {
  const answer = await ask(address, init);
  if (!answer) return lost();
  const { response, next } = answer;
  const isDone = response.ok && (response.redirected || !init.method);
  const known = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  const focused = document.activeElement?.id ?? '';
  const ways = [...ancestorIds(from)];
  if (response.status >= 500) return failureIn(next);
  const fresh = swapParts(next, isDone && from instanceof HTMLFormElement ? from : undefined);
  if (!fresh) {
    // Never sent twice: it was answered, by another page.
    if (!isDone && init.method) return failureIn(next);
    if (from instanceof HTMLFormElement) forgetDrafts(from);
    location.assign(response.url);
    return undefined;
  }
  if (isDone && from instanceof HTMLFormElement) forgetDrafts(from);
  restoreDrafts();
  showCopyButtons();
  if (isDone) history.replaceState(history.state, '', response.url);
  from.ariaBusy = null;
  moveOn(fresh, { known, ids: [focused, ...ways], isDone });
  return undefined;
}

async function ask(address: string, init: RequestInit) {
  try {
    const response = await fetch(address, { ...init, headers: { accept: 'text/html' } });
    return { response, next: new DOMParser().parseFromString(await response.text(), 'text/html') };
  } catch {
    // No connection, or it broke off.
    return undefined;
  }
}

function* ancestorIds(element: Element | null): Generator<string> {
  for (let at = element; at; at = at.parentElement) if (at.id) yield at.id;
}
