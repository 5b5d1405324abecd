/** What a list would have caught: counts and examples, to be seen before the list is used. */
import { judgeText } from './judge.ts';
import { compileRules } from './match.ts';
import type { Finding, RuleList } from './schema.ts';

export type Caught = {
  /** Texts that were read, and those of them in which anything was found. */
  texts: number;
  caught: number;
  /** By rule, the most frequent first: in how many texts, and some of them. */
  rules: { rule: string; reason: Finding['reason']; count: number; examples: { id: string; words: string }[] }[];
};

const mostExamples = 3;

/** What the list finds in `texts`. The circumstances of each text (first, recent) are not known, so their rules are left out. */
export function wouldCatch(list: RuleList, texts: Iterable<{ id: string; text: string }>): Caught {
  const compiled = compileRules(list);
  const rules = new Map<string, Caught['rules'][number]>();
  const result = { texts: 0, caught: 0 };
  for (const { id, text } of texts) {
    const findings = judgeText(compiled, text);
    result.texts++;
    if (findings.length > 0) result.caught++;
    const firsts = new Map(findings.toReversed().map((finding) => [finding.rule, finding]));
    for (const { rule, reason, words } of firsts.values()) {
      const row = rules.get(rule) ?? { rule, reason, count: 0, examples: [] };
      row.count++;
      if (row.examples.length < mostExamples) row.examples.push({ id, words });
      rules.set(rule, row);
    }
  }
  const rows = [...rules.values()].toSorted((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
  return { ...result, rules: rows };
}
