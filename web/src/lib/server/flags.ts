/** What an operator has switched off, and what every page shall say: asked of the API now and then, not for each page. */

import { ProblemError } from '@hanoi/core/api/client';
import { type Switch, switches } from '@hanoi/core/api/switch';
import { defaultFlags, type Flags } from '@hanoi/core/flag/schema';
import type { RequestEvent } from '@sveltejs/kit';
import { sharedApiFor } from './api';
import { throwProblem } from './problems';

const keptFor = 20_000;

/** The same for everybody, so it may be kept here. */
let kept = { flags: defaultFlags, askedAt: 0 };

/** The flags; as they were last known when the API is away. */
export async function flagsFor(event: RequestEvent): Promise<Flags> {
  if (Date.now() < kept.askedAt + keptFor) return kept.flags;
  try {
    kept = { flags: await sharedApiFor(event).flag.getFlags(), askedAt: Date.now() };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
  }
  return kept.flags;
}

/** What is paused: everything in the read-only mode. */
export function pausedOf(flags: Flags): Switch[] {
  return switches.filter((name) => flags.readOnly || !flags[name]);
}

/** Ends the load of a page on which one could only write what nobody takes now, before anything was typed. */
export async function assertOn(event: RequestEvent, name: Switch): Promise<void> {
  if (pausedOf(await flagsFor(event)).includes(name)) throwProblem(event, 'feature_off');
}
