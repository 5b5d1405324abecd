/**
 * The button `data-search-key` that switches the key `/` off, in this browser: people who dictate say it without meaning it
 * (WCAG 2.1.4). It is sent hidden, as without a script there is no key.
 */
const name = 'search-key';

export function isKeyOff(): boolean {
  try {
    return localStorage.getItem(name) === 'off';
  } catch {
    // Storage is forbidden: nothing can have been switched off.
    return false;
  }
}

export function showKeySwitch(): void {
  const button = document.querySelector<HTMLElement>('[data-search-key]');
  if (button) show(button);
}

/** An event listener. */
export function switchKey({ target }: Event): void {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-search-key]') : null;
  if (!button) return;
  try {
    localStorage.setItem(name, isKeyOff() ? 'on' : 'off');
  } catch {
    // Storage is forbidden: the button stays as it is.
  }
  show(button);
}

function show(button: HTMLElement): void {
  button.hidden = false;
  button.ariaPressed = String(!isKeyOff());
}
