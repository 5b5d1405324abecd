/** The list of content rules as it is stored and edited: words with their reasons, and the settings of the other rules. */
import { reportReasons } from '../shared/report-reason.ts';
import { cleanLine, isSound, lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

/** Limits of a list: entries, characters of an entry's words, words in a phrase, exceptions; gaps and ways to say one. */
export const ruleLimits = {
  entries: 20_000,
  characters: 80,
  words: 12,
  gaps: 2,
  ways: 100,
  allWays: 40_000,
  exceptions: 100,
  shorteners: 500,
} as const;

/** Small letters, one line, single spaces. */
function wordsOfRule(text: string): string {
  return cleanLine(text).toLocaleLowerCase('vi');
}

/** Stands for up to four words. */
export const gapSign = '…';

/** How many ways there are to say the words of an entry (`waysOf` makes them). */
function countWays(words: string): number {
  return partsOf(words).reduce((product, part) => product * part.split('|').length, 1);
}

/** The words and gaps of an entry. */
export function partsOf(words: string): string[] {
  return words
    .replace(/\.\.\.|…/g, ` ${gapSign} `)
    .split(/\s+/)
    .filter((part) => part === gapSign || /[\p{L}\p{N}]/u.test(part));
}

const gapsIn = (words: string) => partsOf(words).filter((part) => part === gapSign).length;
const wordsIn = (words: string) => partsOf(words).length - gapsIn(words);

const wordsSchema = lineOfText(1, ruleLimits.characters)
  .transform(wordsOfRule)
  .pipe(
    z
      .string()
      .refine((words) => wordsIn(words) > 0, { params: { code: 'no_word' } })
      .refine((words) => wordsIn(words) <= ruleLimits.words, { params: { code: 'too_many_words' } }),
  );
/** With `|` between words of which any counts, and `…` for up to four others. */
const ruleWordsSchema = wordsSchema.pipe(
  z
    .string()
    .refine((words) => gapsIn(words) <= ruleLimits.gaps, { params: { code: 'too_many_gaps' } })
    .refine((words) => !/^(?:…|\.\.\.)|(?:…|\.\.\.)$/.test(words), { params: { code: 'gap_at_end' } })
    .refine((words) => countWays(words) <= ruleLimits.ways, { params: { code: 'too_many_ways' } }),
);
const exceptionSchema = wordsSchema.pipe(
  z.string().refine((words) => !/[|…]|\.\.\./.test(words), { params: { code: 'no_choice_here' } }),
);

export const ruleEntrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    words: ruleWordsSchema.meta({
      description:
        'With marks; disguises need no entry. `|` between words of which any counts, `…` for up to four others',
    }),
    kind: z.enum(['word', 'phrase']),
    reason: z.enum(reportReasons),
    unmarked: z.boolean().optional().meta({
      description: 'Whether it counts when typed without marks. Left out: phrases do, single words do not',
    }),
    except: z.array(exceptionSchema).max(ruleLimits.exceptions).optional().meta({
      description:
        'Words that make it innocent in the same sentence; where they repeat a word of it, on the same place',
    }),
    note: lineOfText(0, 200).optional(),
  })
  .refine(({ words, kind }) => (kind === 'word') === (partsOf(words).length === 1), {
    path: ['kind'],
    params: { code: 'wrong_kind' },
    when: isSound,
  });

const switchable = { on: z.boolean() };

export const ruleSettingsSchema = z.strictObject({
  links: z.strictObject({
    ...switchable,
    most: z.number().int().min(0).max(100).meta({ description: 'Links that a text may have' }),
    firstPost: z.boolean().meta({ description: 'Whether any link in the first text of a person counts' }),
    shorteners: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).max(ruleLimits.shorteners),
  }),
  repeats: z.strictObject({
    ...switchable,
    likeness: z
      .number()
      .min(0.5)
      .max(1)
      .meta({ description: 'From which share of common word groups two texts are one' }),
    sameWord: z.number().int().min(3).max(100).meta({ description: 'A word so many times in a row' }),
  }),
  shouting: z.strictObject({
    ...switchable,
    share: z.number().min(0.3).max(1).meta({ description: 'Share of letters in capitals' }),
    leastLetters: z.number().int().min(10).max(1000).meta({ description: 'Shorter texts are never shouting' }),
  }),
  personalData: z.strictObject(switchable),
});

export const ruleListSchema = z
  .strictObject({
    version: z.number().int().min(1),
    entries: z.array(ruleEntrySchema).max(ruleLimits.entries),
    settings: ruleSettingsSchema,
  })
  .refine(({ entries }) => new Set(entries.map(({ id }) => id)).size === entries.length, {
    path: ['entries'],
    params: { code: 'same_id_twice' },
    when: isSound,
  })
  .refine(({ entries }) => entries.reduce((sum, { words }) => sum + countWays(words), 0) <= ruleLimits.allWays, {
    path: ['entries'],
    params: { code: 'too_many_ways' },
    when: isSound,
  });

export type RuleEntry = z.output<typeof ruleEntrySchema>;
export type RuleSettings = z.output<typeof ruleSettingsSchema>;
export type RuleList = z.output<typeof ruleListSchema>;

/** What a rule found in a text: where it stands, in UTF-16 units as `slice` counts, and the words as they were typed. */
export type Finding = { rule: string; reason: RuleEntry['reason']; words: string; start: number; end: number };
