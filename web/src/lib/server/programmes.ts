/** The programmes there are: asked of the API now and then, not for each page. */
import { ProblemError } from '@hanoi/core/api/client';
import { officialProgrammes } from '@hanoi/core/programme/official-list';
import type { Programme } from '@hanoi/core/programme/schema';
import type { RequestEvent } from '@sveltejs/kit';
import { sharedApiFor } from './api';

const keptFor = 20_000;

/** The same for everybody, so they may be kept here. */
let kept: { programmes: readonly Programme[]; askedAt: number } = { programmes: officialProgrammes, askedAt: 0 };

/** Asks again with the next page: somebody has just changed one here. */
export function forgetProgrammes(): void {
  kept = { ...kept, askedAt: 0 };
}

/** All programmes in their order, retired ones too; as they were last known when the API is away. */
export async function programmesFor(event: RequestEvent): Promise<readonly Programme[]> {
  if (Date.now() < kept.askedAt + keptFor) return kept.programmes;
  try {
    kept = { programmes: (await sharedApiFor(event).programme.listProgrammes()).items, askedAt: Date.now() };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
  }
  return kept.programmes;
}
