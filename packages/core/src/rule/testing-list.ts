/** Small lists for tests. */
import { defaultSettings, entriesIn } from './default-list.ts';
import { compileRules } from './match.ts';
import type { RuleList } from './schema.ts';

/** A list of the lines of `text`, written as in `data/default-list.ts`. */
export function listOf(text: string): RuleList {
  return { version: 1, entries: entriesIn(text), settings: defaultSettings };
}

/** What such a list finds, as it was typed. */
export function foundBy(text: string): (read: string) => string[] {
  const { match } = compileRules(listOf(text));
  return (read) => match(read).map(({ words }) => words);
}
