/** The list of a combobox: its options, the one that is chosen by keys, open or closed. The focus stays in the field. */

export type Option = { text: string; small: string };

export class OptionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  #at = -1;

  /** Makes an editable combobox (ARIA 1.2) of `input`, with `list` below it. */
  constructor(input: HTMLInputElement, list: HTMLElement, label: string) {
    this.#input = input;
    this.#list = list;
    list.setAttribute('role', 'listbox');
    list.ariaLabel = label;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-controls', list.id);
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  /** The place of the chosen option; -1 for none, or where the list is closed. */
  get chosen(): number {
    return this.isOpen ? this.#at : -1;
  }

  /** The place of the option that `target` is in; -1 for none. */
  placeOf(target: EventTarget | null): number {
    return [...this.#list.children].findIndex((option) => target instanceof Node && option.contains(target));
  }

  show(options: readonly Option[]): void {
    this.#list.replaceChildren(...options.map((option, place) => this.#optionOf(option, place)));
    this.#choose(-1);
    this.#setOpen(options.length > 0);
  }

  close(): void {
    this.#setOpen(false);
    this.#choose(-1);
  }

  /** Through the options and back to the text; opens a closed list. Whether there is anything to choose. */
  step(by: 1 | -1): boolean {
    const places = this.#list.children.length + 1;
    if (places === 1) return false;
    this.#setOpen(true);
    this.#choose(((this.#at + 1 + by + places) % places) - 1);
    return true;
  }

  #optionOf({ text, small }: Option, place: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.#list.id}-${place}`;
    option.setAttribute('role', 'option');
    const [words, note] = [document.createElement('span'), document.createElement('small')];
    words.textContent = text;
    words.lang = 'vi';
    note.textContent = small;
    option.append(words, note);
    return option;
  }

  #choose(place: number): void {
    this.#at = place;
    [...this.#list.children].forEach((option, index) => {
      option.ariaSelected = String(index === place);
    });
    const chosen = this.#list.children[place];
    if (chosen) this.#input.setAttribute('aria-activedescendant', chosen.id);
    else this.#input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  #setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
  }
}
