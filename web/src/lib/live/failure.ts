/** Telling in a form that it could not be sent: everything typed is still there. */
import { connection } from '@hanoi/i18n/connection';

export type Failure = { title: string; detail: string };

/** No answer came. */
export function lost(): Failure {
  return connection[document.documentElement.lang === 'en' ? 'en' : 'vi'];
}

/** What the page of an error says. */
export function failureIn(page: Document): Failure {
  const heading = page.querySelector('h1');
  return {
    title: heading?.textContent?.trim() || page.title,
    detail: heading?.nextElementSibling?.textContent?.trim() ?? '',
  };
}

/** Puts the message above the form's buttons, in place of an earlier one, and takes the reader there. */
export function sayIn(form: HTMLFormElement, failure: Failure | undefined): void {
  form.querySelector('[data-failure]')?.remove();
  if (!failure) return;
  const box = document.createElement('div');
  box.className = 'notice';
  box.dataset.tone = 'bad';
  box.dataset.failure = '';
  box.setAttribute('role', 'alert');
  box.tabIndex = -1;
  const title = document.createElement('strong');
  title.textContent = failure.title;
  const [head, detail] = [document.createElement('p'), document.createElement('p')];
  head.append(title);
  detail.textContent = failure.detail;
  box.append(head, detail);
  form.prepend(box);
  box.focus();
}
