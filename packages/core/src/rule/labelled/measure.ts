/** How well the default rules read the labelled texts. */

import { defaultRuleList } from '../default-list.ts';
import { judgeText } from '../judge.ts';
import { compileRules } from '../match.ts';
import type { Finding } from '../schema.ts';
import clean from './clean.json' with { type: 'json' };
import notClean from './not-clean.json' with { type: 'json' };

export type Read = { text: string; label: string; findings: Finding[] };

/** Each labelled text with what was found in it; `label` is the kind of trap, or the reason. */
export function readLabelled(): { clean: Read[]; notClean: Read[] } {
  const rules = compileRules(defaultRuleList());
  const read = (groups: Record<string, string[]>) =>
    Object.entries(groups).flatMap(([label, texts]) =>
      texts.map((text) => ({ text, label, findings: judgeText(rules, text) })),
    );
  return { clean: read(clean), notClean: read(notClean) };
}
