/** What each decision does: whether it can be made now, the writes, and those that undo it. */
import type { Part } from '../../db/transact.ts';
import type { ReportReason } from '../../report/schema.ts';
import type { Ctx } from '../../shared/context.ts';
import type { DecisionId } from '../../shared/ids.ts';
import type { Matter } from '../content.ts';
import type { StoredDecision, Undo } from '../repo.ts';
import type { Decision } from '../schema.ts';

/** What a moderator wants. */
export type Wanted = {
  /** The id that the decision gets. */
  decision: DecisionId;
  reason: ReportReason;
  /** What was found, told to everybody where a subject is closed. */
  note?: string;
  until?: string;
  passages?: readonly string[];
  pictures?: readonly string[];
  programme?: string;
  tags?: readonly string[];
  /** What a subject is merged into, as it was given. */
  into?: string;
  /** Of the evidence: whose votes, and which version of it was seen. */
  groups?: readonly string[];
  evidence?: number;
};

/** The writes of an effect, and what of it is kept with the decision: to undo it, and to tell it. */
export type Done = { parts: Part[]; undo?: Undo; into?: Decision['into']; votes?: StoredDecision['votes'] };

/** The writes that undo an effect, as far as its author's later changes leave something to undo. */
export type Undone = {
  parts: Part[];
  /** Whether all is as it was; else the author has changed the same meanwhile, and theirs stays. */
  complete: boolean;
};

export type Effect = {
  isPossible(matter: Matter, now: Date): boolean;
  /** @throws what the wanted may lack: invalid_input, passage_missing; `EditedMeanwhile` when the parts are written */
  parts(ctx: Ctx, matter: Matter, wanted: Wanted): Done | Promise<Done>;
  /** Without it there is nothing to undo. */
  undo?(ctx: Ctx, matter: Matter, decision: { id: DecisionId; undo: Undo | null }): Undone | Promise<Undone>;
};

/** Nothing is left to undo: it has been undone, or what it was about is gone. */
export const nothingToUndo: Undone = { parts: [], complete: true };
