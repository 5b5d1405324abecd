/** The effects of all decisions about content, by name. */
import type { Action } from '../schema.ts';
import { close } from './close.ts';
import type { Effect } from './effect.ts';
import { hide, restore } from './hide.ts';
import { lock, unlock } from './lock.ts';
import { merge, unmerge } from './merge.ts';
import { redact } from './redact.ts';
import { lift, limit, suspend, warn } from './restrict.ts';
import { retag } from './retag.ts';
import { approve, back } from './review.ts';
import { quarantine, release } from './votes.ts';

/** What is decided about content or its author; the others decide appeals. */
export type EffectAction = Exclude<Action, 'uphold' | 'overturn'>;

export const effects: Record<EffectAction, Effect> = {
  approve,
  return: back,
  redact,
  hide,
  restore,
  lock,
  unlock,
  warn,
  limit,
  suspend,
  lift,
  retag,
  close,
  merge,
  unmerge,
  quarantine,
  release,
};
