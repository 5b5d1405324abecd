/** What content rules mean for a post, and what of it is new. Pure. */
import { type Actor, hasRole } from '../shared/context.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import type { Level } from '../trust/schema.ts';
import type { Finding } from './schema.ts';

/**
 * Whether a finding can hold what somebody writes: what is written in the name of an organisation is only flagged, as those are known, and
 * what moderators write too.
 */
export function mayBeHeld(actor: Actor, organisation: OrganisationRef | null): boolean {
  return actor.kind === 'person' && organisation === null && !hasRole(actor, 'moderator', 'administrator');
}

/** Whether a finding holds a post of an author of this level. */
export function holds(level: Level): boolean {
  return level === 'new';
}

/** The findings that were not in the text before an edit: who mends a comma of what moderators approved is not asked again. */
export function newFindings(after: readonly Finding[], before: readonly Finding[]): Finding[] {
  const nameOf = ({ rule, words }: Finding) => `${rule} ${words.toLocaleLowerCase('vi')}`;
  const known = new Set(before.map(nameOf));
  return after.filter((finding) => !known.has(nameOf(finding)));
}

/** Most findings that are kept of one post, and most characters of the words of each. */
const mostKept = 20;
const longestWords = 120;

/** Findings as they are kept: each rule and its words once, no more than moderators read. */
export function keptFindings(findings: readonly Finding[]): Pick<Finding, 'rule' | 'reason' | 'words'>[] {
  const kept = findings.map(({ rule, reason, words }) => ({ rule, reason, words: words.slice(0, longestWords) }));
  return [...new Map(kept.map((one) => [`${one.rule} ${one.words}`, one])).values()].slice(0, mostKept);
}
