/** The rows of a report added up by one thing at a time, in words. */
import type { Language } from '@hanoi/core/person/schema';
import type { TransparencyRow } from '@hanoi/core/transparency/schema';
import * as conduct from '@hanoi/i18n/conduct';
import * as decision from '@hanoi/i18n/decision';
import * as moderation from '@hanoi/i18n/moderation';
import * as report from '@hanoi/i18n/report';
import * as messages from '@hanoi/i18n/transparency';
import { localPath } from '$lib/language/path';

export type CountRow = { name: string; count: number; href?: string };
type CountTable = { id: string; title: string; rows: CountRow[] };

/** Tables of the decisions by action, reason, rule, kind and content, the most frequent first. */
export function countsBy(rows: readonly TransparencyRow[], language: Language): CountTable[] {
  const t = messages[language];
  const { kinds, actions } = moderation[language];
  const table = (id: 'action' | 'reason' | 'rule' | 'kind' | 'content', title: string, named: Named): CountTable => ({
    id,
    title,
    rows: added(rows, (row) => row[id]).map(([value, count]) => ({
      ...(value === null ? { name: t.untold } : named(value)),
      count,
    })),
  });
  return [
    table('action', t.byAction, (value) => ({ name: actions[value as 'hide']?.name ?? value })),
    table('reason', t.byReason, (value) => ({ name: report[language].reasons[value as 'spam'].name })),
    table('rule', t.byRule, (value) => ruleNamed(value, language)),
    table('kind', t.byKind, (value) => ({ name: kinds[value as 'report'] ?? value })),
    table('content', t.byContent, (value) => ({ name: report[language].contents[value as 'comment'] })),
  ];
}

type Named = (value: string) => Omit<CountRow, 'count'>;

/** A section of the code of conduct by its number and title; anything else is the law. */
function ruleNamed(rule: string, language: Language): Omit<CountRow, 'count'> {
  const section = conduct.conductSections[Number(rule) - 1];
  if (!section) return { name: rule };
  const name = decision[language].section(rule, conduct[language].sections[section].title);
  return { name, href: localPath(language, `/code-of-conduct#${rule}`) };
}

function added(
  rows: readonly TransparencyRow[],
  named: (row: TransparencyRow) => string | null,
): [string | null, number][] {
  const sums = new Map<string | null, number>();
  for (const row of rows) sums.set(named(row), (sums.get(named(row)) ?? 0) + row.decisions);
  return [...sums].toSorted(([, one], [, other]) => other - one);
}
