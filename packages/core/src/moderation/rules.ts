/** What is pressing, whose word weighs how much, who may decide what. Pure. */
import type { Action, Decision } from '../decision/schema.ts';
import { type Content, isCommentId } from '../report/rules.ts';
import type { ReportReason } from '../report/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { type Actor, hasRole } from '../shared/context.ts';
import { harmOf, leastHarmOf } from './harm.ts';
import type { ItemKind } from './schema.ts';

/** How many gave each reason. */
export type Reasons = Partial<Record<ReportReason, number>>;

/**
 * How pressing an item is: harm (of the gravest reason) times reach, as a whole number, so that it changes seldom. Reach grows with the
 * logarithm of the weight of reports and of the people who took part: the tenth report says less than the second.
 */
export function priorityOf(item: { kind: ItemKind; reasons: Reasons; weight: number }, content: Content): number {
  const given = Object.entries(item.reasons).filter(([, count]) => count > 0);
  const harm = Math.max(leastHarmOf[item.kind], ...given.map(([reason]) => harmOf[reason as ReportReason]));
  const { support, comments } = content.card;
  // A comment is read by a part of those who come to its subject.
  const people = (support + comments) * (isCommentId(content.id) ? 0.2 : 1);
  return Math.round(harm * (1 + Math.log2(1 + item.weight / 100) + Math.log10(1 + people)));
}

/** What came of the latest reports of a person. */
export type Outcomes = { acted: number; dismissed: number };

/** The least that a report weighs, per cent: nobody is silenced, as somebody who was often wrong may be right this time. */
const leastWeight = 20;
/** From fewer outcomes than so many nothing is concluded. */
const enoughOutcomes = 3;

/** How much a report counts in the priority, per cent: less from somebody whose reports mostly led to nothing. */
export function weightOfReporter({ acted, dismissed }: Outcomes): number {
  const outcomes = acted + dismissed;
  if (outcomes < enoughOutcomes) return 100;
  return Math.max(leastWeight, Math.min(100, Math.round((200 * acted) / outcomes)));
}

/** Whether the actor moderates content of this programme and ward. Administrators do everywhere, and those without limits. */
export function isInScope(
  actor: Actor,
  { programme, ward }: { programme: string | null; ward: string | null },
): boolean {
  if (actor.kind !== 'person' || hasRole(actor, 'administrator')) return true;
  const { programmes = [], wards = [] } = actor.scope ?? {};
  if (programmes.length + wards.length === 0) return true;
  return programmes.some((code) => code === programme) || wards.some((code) => code === ward);
}

/** How the moderators came to know of what is decided, by the kind of the item. */
export function foundByOf(kind: ItemKind): Decision['foundBy'] {
  if (kind === 'report' || kind === 'order') return kind;
  return kind === 'moderator' || kind === 'appeal' ? 'moderator' : 'rule';
}

const leavesAlone: readonly Action[] = ['approve', 'restore', 'unlock', 'lift', 'unmerge', 'release', 'uphold'];

/**
 * What came of the reports in an item that was decided so: something was done about the content, or nothing had to be. What was left
 * alone because it is hidden already was acted on.
 */
export function outcomeOf(action: Action, isHidden: boolean): 'acted' | 'dismissed' {
  if (action === 'approve' && isHidden) return 'acted';
  return leavesAlone.includes(action) ? 'dismissed' : 'acted';
}

const saysWhy: readonly Action[] = [
  'return',
  'redact',
  'hide',
  'lock',
  'warn',
  'limit',
  'suspend',
  'close',
  'merge',
  'quarantine',
  'uphold',
  'overturn',
];

/** What takes something from somebody, or answers their appeal, tells them the facts. @throws invalid_input */
export function assertFactsTold({ action, note }: { action: Action; note: string }): void {
  if (!saysWhy.includes(action) || note !== '') return;
  throw new AppError('invalid_input', { fields: [{ path: '/note', code: 'facts_missing', message: '' }] });
}
