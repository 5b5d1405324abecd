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
export const exceptionSchema = wordsSchema.pipe(
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
    version: z.number().int().min(0),
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

/** Most characters of the text of a list: 20,000 entries of usual length are a third of it. */
export const longestListText = 900_000;

const versionNumber = z.number().int().min(0).max(999_999);

/** A version of the list as it is sent: a text of one entry a line, and the settings. */
export const newRuleListSchema = z
  .strictObject({
    base: versionNumber.meta({ description: 'The version it was made from' }),
    text: z
      .string()
      .max(longestListText)
      .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC'))
      .meta({ description: 'One entry a line, below its [reason]; its first lines say how it is written' }),
    settings: ruleSettingsSchema,
    reason: lineOfText(3, 500).meta({ description: 'Why; kept with the version' }),
  })
  .meta({ id: 'NewRuleList' });
export type NewRuleList = z.output<typeof newRuleListSchema>;

/** A version of the list, without its text. Version 0 is that of a new site. */
export const ruleVersionSchema = z
  .object({
    version: versionNumber,
    base: versionNumber.nullable(),
    entries: z.number().int().min(0),
    by: z.string().nullable().meta({ description: 'The id of who saved it; null for version 0' }),
    who: z.string().nullable().meta({ description: 'The name of that person' }),
    reason: z.string().nullable(),
    at: z.iso.datetime().nullable(),
    isActive: z.boolean(),
  })
  .meta({ id: 'RuleVersion' });
export type RuleVersion = z.output<typeof ruleVersionSchema>;

export const wholeRuleVersionSchema = ruleVersionSchema
  .extend({ text: z.string(), settings: ruleSettingsSchema })
  .meta({ id: 'WholeRuleVersion' });
export type WholeRuleVersion = z.output<typeof wholeRuleVersionSchema>;

export const activateRulesSchema = z.strictObject({ version: versionNumber }).meta({ id: 'ActivateRules' });

const caughtRule = z.object({
  rule: z.string(),
  reason: z.enum(reportReasons),
  count: z.number().int(),
  examples: z.array(z.object({ id: z.string(), path: z.string(), words: z.string() })),
});

/** What a version would have caught, of what was looked at. */
export const rulesPreviewSchema = z
  .object({
    version: versionNumber,
    since: z.iso.datetime().meta({ description: 'Posts that became public since then' }),
    looked: z.number().int().meta({ description: 'How many posts were looked at in this step' }),
    caught: z.number().int().meta({ description: 'In how many of them the version finds something' }),
    caughtNow: z.number().int().meta({ description: 'In how many of them the list in force does' }),
    rules: z.array(caughtRule).meta({ description: 'By rule, the most frequent first, with three examples each' }),
    nextCursor: z.string().nullable().meta({ description: 'Continues with posts not looked at; null when all were' }),
  })
  .meta({ id: 'RulesPreview' });
export type RulesPreview = z.output<typeof rulesPreviewSchema>;
