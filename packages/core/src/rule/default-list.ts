/** The list that a new site begins with (`data/default-list.ts`), version 0. */
import { defaultShorteners, defaultWords } from './data/default-list.ts';
import { readEntries } from './list-text.ts';
import type { RuleEntry, RuleList, RuleSettings } from './schema.ts';

export const defaultSettings: RuleSettings = {
  links: { on: true, most: 3, firstPost: true, shorteners: defaultShorteners },
  repeats: { on: true, likeness: 0.8, sameWord: 5 },
  shouting: { on: true, share: 0.7, leastLetters: 40 },
  personalData: { on: true },
};

/** The text of version 0. */
export const defaultText = defaultWords.trim();

/** The list of a new site. @throws Error naming the line that is wrong */
export function defaultRuleList(): RuleList {
  return { version: 0, entries: entriesIn(defaultText), settings: defaultSettings };
}

/** The entries of such a text. @throws Error naming the first line that is wrong */
export function entriesIn(text: string): RuleEntry[] {
  const { entries, errors } = readEntries(text);
  const [first] = errors;
  if (first) throw new Error(`Line ${first.line}, "${first.text}": ${first.code}`);
  return entries;
}
