/** After parts of the page came in: where the focus goes, what is read out, what comes into view. */

import { aroundName } from '$lib/subject/address';

type Before = {
  /** The ids there were. */
  known: ReadonlySet<string>;
  /** Where the focus may return to, best first. */
  ids: readonly string[];
  isDone: boolean;
};

export function moveOn(fresh: readonly Element[], { known, ids, isDone }: Before): void {
  announce(fresh);
  const find = <Found extends HTMLElement>(query: string) =>
    fresh.flatMap((part) => [...part.querySelectorAll<Found>(query)]);
  const asked = find('[autofocus]')[0];
  if (asked) {
    asked.focus();
    asked.scrollIntoView({ block: 'nearest' });
    return;
  }
  // A fragment of the address marks what it names, and reading goes on from there.
  // A page around a comment may hold others that were not here either: the address tells which one was made.
  const around = new URLSearchParams(location.search).get(aroundName);
  const made = find('[id^="cmt_"]').find(({ id }) => id === around && !known.has(id)) ?? find('[data-notice]')[0];
  if (isDone && made) {
    location.replace(`#${made.id}`);
    return;
  }
  const back = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  if (!back || back.contains(document.activeElement)) return;
  if (back.tabIndex < 0) back.tabIndex = -1;
  back.focus({ preventScroll: true });
  // Another stretch of the thread may have come with it.
  if (back.id === around) back.scrollIntoView({ block: 'nearest' });
}

/** A message that comes with its region is not read out everywhere: one that was there before takes its words. */
function announce(fresh: readonly Element[]): void {
  const messages = fresh.flatMap((part) => [...part.querySelectorAll('[role="status"], [role="alert"]')]);
  const text = messages
    .filter((message) => !message.closest('[data-copy]'))
    .map(({ textContent }) => textContent?.trim())
    .filter(Boolean)
    .join('. ');
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 100);
}

const region = document.createElement('p');
region.className = 'visually-hidden';
region.setAttribute('role', 'log');
document.body.append(region);
