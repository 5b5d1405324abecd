/** How long it takes to make a long list ready, and to match a text of ordinary and of greatest length with it. */
import { defaultSettings } from '../default-list.ts';
import { judgeText } from '../judge.ts';
import { compileRules } from '../match.ts';
import type { RuleEntry, RuleList } from '../schema.ts';

const syllables =
  'a ă â an ăn ân anh ang ac ai ao au ba bà bá bả bã bạ dm đm ngu ngủ lon lồn lớn cac các cặc cho chó'.split(' ');

/** So many entries whose words overlap: each syllable alone, in pairs, in threes, and so on. */
export function overlappingList(count: number): RuleList {
  const entries: RuleEntry[] = [];
  for (let number = 0; entries.length < count; number++) {
    const words = wordsOf(number);
    entries.push({ id: `w${number}`, words, kind: words.includes(' ') ? 'phrase' : 'word', reason: 'other' });
  }
  return { version: 1, entries, settings: defaultSettings };
}

function wordsOf(number: number): string {
  const words: string[] = [];
  for (let rest = number + 1; rest > 0; rest = Math.floor((rest - 1) / syllables.length)) {
    words.unshift(syllables[(rest - 1) % syllables.length]!);
  }
  return words.join(' ');
}

/** A text of `length` characters made of the given ones in turn. */
export function longText(texts: readonly string[], length: number): string {
  return texts
    .join(' ')
    .repeat(Math.ceil(length / texts.join(' ').length))
    .slice(0, length);
}

const runs = 50;
const rounds = 7;

/** Lines of figures, in milliseconds of the processor's time, the median of seven rounds: other work on the machine hardly counts. */
export function speedLines(texts: readonly string[]): string[] {
  const begun = process.cpuUsage();
  const rules = compileRules(overlappingList(20_000));
  const lines = [`A list of 20,000 overlapping entries is ready in ${sinceInMs(begun).toFixed(0)} ms.`];
  for (const length of [500, 1_500, 20_000]) {
    const text = longText(texts, length);
    const steps = { count: 0 };
    rules.match(text, steps);
    const [words, all] = [medianOf(() => rules.match(text)), medianOf(() => judgeText(rules, text))];
    lines.push(
      `${length} characters: ${words.toFixed(1)} ms for the list, ${steps.count} steps; ${all.toFixed(1)} ms for all rules`,
    );
  }
  return lines;
}

/** Milliseconds of one run, once it is warm. */
function medianOf(work: () => unknown): number {
  const each = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (let run = 0; run < runs; run++) work();
    return sinceInMs(start) / runs;
  });
  return each.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

function sinceInMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
