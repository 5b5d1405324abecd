/** Reads the words that a new site begins with (`data/default-list.ts`) as a list of rules. */
import { sha256 } from '../shared/hash.ts';
import { reportReasons } from '../shared/report-reason.ts';
import { defaultShorteners, defaultWords } from './data/default-list.ts';
import { partsOf, type RuleEntry, type RuleList, type RuleSettings, ruleListSchema } from './schema.ts';
import { tokensOf } from './words.ts';

export const defaultSettings: RuleSettings = {
  links: { on: true, most: 3, firstPost: true, shorteners: defaultShorteners },
  repeats: { on: true, likeness: 0.8, sameWord: 5 },
  shouting: { on: true, share: 0.7, leastLetters: 40 },
  personalData: { on: true },
};

/** The list of a new site, as version 1. @throws Error naming the line that is wrong */
export function defaultRuleList(): RuleList {
  return ruleListSchema.parse({ version: 1, entries: entriesIn(defaultWords), settings: defaultSettings });
}

/** The entries of such a text. @throws Error naming the line that is wrong */
export function entriesIn(text: string): RuleEntry[] {
  const groups = new Map<string, string[]>();
  const entries = new Map<string, RuleEntry>();
  let reason: RuleEntry['reason'] | undefined;
  for (const [at, whole] of text.split('\n').entries()) {
    const line = whole.trim();
    const wrong = (what: string) => new Error(`Line ${at + 1}, "${line}": ${what}`);
    if (line === '' || line.startsWith('#')) continue;
    const group = /^@([a-z]+): (.+)$/.exec(line);
    const heading = /^\[([a-z-]+)\]$/.exec(line);
    if (group) groups.set(group[1]!, splitAt(group[2]!, ','));
    else if (heading)
      reason = reportReasons.find((one) => one === heading[1]) ?? throwIt(wrong('there is no such reason.'));
    else {
      const entry = entryOf(line, reason ?? throwIt(wrong('a [reason] must stand above.')), groups, wrong);
      if (entries.has(entry.id)) throw wrong('these words are there twice.');
      entries.set(entry.id, entry);
    }
  }
  return [...entries.values()];
}

function entryOf(
  line: string,
  reason: RuleEntry['reason'],
  groups: ReadonlyMap<string, string[]>,
  wrong: (what: string) => Error,
): RuleEntry {
  const [words = '', ...flags] = splitAt(line, ';');
  const entry: RuleEntry = { id: idOf(words), words, kind: partsOf(words).length === 1 ? 'word' : 'phrase', reason };
  for (const flag of flags) {
    if (flag === 'bare' || flag === 'marks') entry.unmarked = flag === 'bare';
    else if (flag.startsWith('not:'))
      entry.except = splitAt(flag.slice(4), ',').flatMap((one) => inGroup(one, groups, wrong));
    else throw wrong(`after a semicolon stands bare, marks or not:, but not "${flag}".`);
  }
  return entry;
}

function inGroup(one: string, groups: ReadonlyMap<string, string[]>, wrong: (what: string) => Error): string[] {
  if (!one.startsWith('@')) return [one];
  return groups.get(one.slice(1)) ?? throwIt(wrong(`there is no group ${one}.`));
}

const idLetters: Record<string, string> = { '^': '6', '(': '8' };

/** The words by the keys that type them: `địt mẹ` is `ditdj-mej`. It stays when the list is sorted otherwise. */
function idOf(words: string): string {
  const parts = tokensOf(words).map(({ base, marks }) => base + marks.replace(/[\^(]/g, (mark) => idLetters[mark]!));
  const plain = parts.join('-').replace(/[^a-z0-9-]/g, 'x');
  // Choices and gaps are no letters: such an entry is told from others by a fingerprint.
  const isPlain = plain.length <= 40 && !/[|…]|\.\.\./.test(words);
  return isPlain
    ? plain
    : `${plain.slice(0, 40)}-${sha256(words)
        .slice(0, 6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, 'x')}`;
}

function splitAt(text: string, sign: string): string[] {
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter(Boolean);
}

function throwIt(error: Error): never {
  throw error;
}
