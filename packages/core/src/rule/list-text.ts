/**
 * A list of content rules as people write it: one entry a line, below its reason. What is wrong is told by line, all of it at once. How it is
 * written: the head of `data/default-list.ts`.
 */
import { fieldCode } from '../shared/field-code.ts';
import { sha256 } from '../shared/hash.ts';
import { reportReasons } from '../shared/report-reason.ts';
import { exceptionSchema, partsOf, type RuleEntry, ruleEntrySchema, ruleLimits } from './schema.ts';
import { tokensOf } from './words.ts';

/** What is wrong with a line, numbered from 1. */
export type LineError = { line: number; text: string; code: LineErrorCode };

/** Codes of our own; beside them those of `ruleEntrySchema`. */
export type LineErrorCode = 'no_reason' | 'unknown_reason' | 'unknown_flag' | 'unknown_group' | 'twice' | (string & {});

/** More than people mend at a time. */
const mostErrors = 50;

type Reading = {
  reason: RuleEntry['reason'] | undefined;
  /** What excuses every entry below the heading. */
  common: string[];
  groups: Map<string, string[]>;
  entries: Map<string, RuleEntry>;
  errors: LineError[];
};

/** The entries of a text, and what is wrong with it, line by line: the first fifty. */
export function readEntries(text: string): { entries: RuleEntry[]; errors: LineError[] } {
  const reading: Reading = { reason: undefined, common: [], groups: new Map(), entries: new Map(), errors: [] };
  for (const [at, whole] of text.split('\n').entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) continue;
    const code = readLine(reading, line);
    if (code) reading.errors.push({ line: at + 1, text: line.slice(0, 120), code });
    if (reading.errors.length === mostErrors) break;
  }
  return { entries: [...reading.entries.values()], errors: reading.errors };
}

/** Takes a line in; what is wrong with it, if anything. */
function readLine(reading: Reading, line: string): LineErrorCode | undefined {
  const group = /^@([a-z]+): (.+)$/.exec(line);
  if (group) {
    reading.groups.set(group[1]!, splitAt(group[2]!, ','));
    return undefined;
  }
  if (line.startsWith('[')) return readHeading(reading, line);
  return reading.reason ? readEntry(reading, reading.reason, line) : 'no_reason';
}

/** `[hate]`, or `[hate] ; not: @said`: then these excuse every entry below it. */
function readHeading(reading: Reading, line: string): LineErrorCode | undefined {
  const [heading = '', ...flags] = splitAt(line, ';');
  const reason = reportReasons.find((one) => `[${one}]` === heading);
  if (!reason) return 'unknown_reason';
  const { unmarked, except = [], code } = readFlags(flags, reading.groups);
  if (code) return code;
  if (unmarked !== undefined) return 'unknown_flag';
  Object.assign(reading, { reason, common: except });
  return undefined;
}

function readEntry(
  { entries, groups, common }: Reading,
  reason: RuleEntry['reason'],
  line: string,
): LineErrorCode | undefined {
  const [words = '', ...flags] = splitAt(line, ';');
  const { unmarked, except, code } = readFlags(flags, groups);
  if (code) return code;
  const kind = partsOf(words).length === 1 ? 'word' : 'phrase';
  const parsed = ruleEntrySchema.safeParse({ id: idOf(words), words, kind, reason, unmarked });
  if (!parsed.success) return fieldCode(parsed.error.issues[0]!);
  if (entries.has(parsed.data.id)) return 'twice';
  const excused = [...new Set([...(except ?? []), ...common])];
  if (excused.length > ruleLimits.exceptions) return 'too_many_exceptions';
  entries.set(parsed.data.id, { ...parsed.data, ...(excused.length > 0 && { except: excused }) });
  return undefined;
}

type Flags = Pick<RuleEntry, 'unmarked' | 'except'> & { code?: LineErrorCode };

function readFlags(flags: readonly string[], groups: Reading['groups']): Flags {
  const read: Flags = {};
  for (const flag of flags) {
    if (flag === 'bare' || flag === 'marks') read.unmarked = flag === 'bare';
    else if (flag.startsWith('not:')) {
      const named = splitAt(flag.slice(4), ',').map((one) => (one.startsWith('@') ? groups.get(one.slice(1)) : [one]));
      if (named.includes(undefined)) return { code: 'unknown_group' };
      const words = named.flatMap((some) => some ?? []).map(exceptionOf);
      const wrong = words.find((one) => one.code);
      if (wrong) return { code: wrong.code };
      read.except = words.map((one) => one.words);
    } else return { code: 'unknown_flag' };
  }
  return read;
}

/** Exceptions as they are kept: most are of groups, and come with hundreds of entries. */
const exceptions = new Map<string, { words: string; code?: LineErrorCode }>();
const mostKept = 5_000;

function exceptionOf(typed: string): { words: string; code?: LineErrorCode } {
  const known = exceptions.get(typed);
  if (known) return known;
  const parsed = exceptionSchema.safeParse(typed);
  const read = parsed.success ? { words: parsed.data } : { words: '', code: fieldCode(parsed.error.issues[0]!) };
  if (exceptions.size >= mostKept) exceptions.clear();
  exceptions.set(typed, read);
  return read;
}

const idLetters: Record<string, string> = { '^': '6', '(': '8' };

/** The words by the keys that type them: `địt mẹ` is `ditdj-mej`. It stays when the list is sorted otherwise. */
function idOf(words: string): string {
  const parts = tokensOf(words).map(({ base, marks }) => base + marks.replace(/[\^(]/g, (mark) => idLetters[mark]!));
  const plain = parts.join('-').replace(/[^a-z0-9-]/g, 'x');
  // Choices and gaps are no letters: such an entry is told from others by a fingerprint.
  const isPlain = plain.length <= 40 && /^[a-z0-9]/.test(plain) && !/[|…]|\.\.\./.test(words);
  if (isPlain) return plain;
  const mark = sha256(words).slice(0, 6).toLowerCase();
  return `${plain.slice(0, 40).replace(/^-+/, '') || 'x'}-${mark.replace(/[^a-z0-9]/g, 'x')}`;
}

function splitAt(text: string, sign: string): string[] {
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter(Boolean);
}
