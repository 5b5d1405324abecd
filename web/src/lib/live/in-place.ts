/** Forms and links `data-live`: sent and followed without leaving the place. The server makes the page; what differs is shown. */
import { showCopyButtons } from './copy';
import { forgetDrafts, restoreDrafts } from './drafts';
import { moveOn } from './move-on';
import { swapParts } from './parts';

/** An event listener for forms. What goes wrong on the way is left to the browser, which sends the form itself. */
export async function sendInPlace(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  if (!('live' in form.dataset)) return;
  event.preventDefault();
  // Not disabled while it is sent: a button that is loses the focus.
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter)) body.append(name, String(value));
  const isShown = await show(form, form.action, { method: 'POST', body });
  if (isShown) return;
  form.ariaBusy = null;
  delete form.dataset.live;
  forgetDrafts(form);
  form.requestSubmit(event.submitter);
}

/** An event listener for links; those to be opened elsewhere are left alone. */
export async function followInPlace(event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-live]') : null;
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!(await show(link, link.href))) location.assign(link.href);
}

/** Tells whether there was an answer to show. */
async function show(from: HTMLElement, address: string, init: RequestInit = {}): Promise<boolean> {
  try {
    const response = await fetch(address, { ...init, headers: { accept: 'text/html' } });
    const isDone = response.ok && (response.redirected || !init.method);
    const known = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    const focused = document.activeElement?.id ?? '';
    const ways = [...ancestorIds(from)];
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (response.status >= 500) return false;
    const fresh = swapParts(next, isDone && from instanceof HTMLFormElement ? from : undefined);
    if (!fresh) {
      // Never sent twice: it was answered, by another page.
      location.assign(isDone ? response.url : location.href);
      return true;
    }
    if (isDone && from instanceof HTMLFormElement) forgetDrafts(from);
    restoreDrafts();
    showCopyButtons();
    if (isDone) history.replaceState(history.state, '', response.url);
    from.ariaBusy = null;
    moveOn(fresh, { known, ids: [focused, ...ways], isDone });
    return true;
  } catch {
    return false;
  }
}

function* ancestorIds(element: Element | null): Generator<string> {
  for (let at = element; at; at = at.parentElement) if (at.id) yield at.id;
}
