/** Content as it is read for a decision: what is written about it depends on it. */
import type { Card, ModeratedFields } from '../card/schema.ts';
import type { StoredBody } from '../card/stored.ts';
import type { StoredEvidence } from '../evidence/repo.ts';
import type { StoredPerson } from '../person/repo.ts';
import type { Content } from '../report/rules.ts';
import type { DecisionId } from '../shared/ids.ts';

/** Content with what moderators did with it before. */
export type DecidedContent = Content & { card: Card & ModeratedFields };

/** As it is decided about: with the body of a subject, and the account of who wrote it. */
export type Matter = {
  content: DecidedContent;
  body: (StoredBody & Gaps) | undefined;
  author: StoredPerson | undefined;
  /** Why its votes are looked at, where that is what is decided. */
  evidence?: StoredEvidence;
  /** The decisions by which votes for it are set aside now. */
  standing?: readonly DecisionId[];
};

/**
 * For each text of content, which decision took out what stands at each mark in it, in their order: `decision#number`, or
 * empty where its author wrote such a mark.
 */
export type Gaps = { gaps?: Partial<Record<TextField, string[]>> };
export type TextField = 'title' | 'summary' | 'body';
