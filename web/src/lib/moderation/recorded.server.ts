/** The decision that was just recorded, which the next page tells of. */
import { ProblemError } from '@hanoi/core/api/client';
import type { DecisionId } from '@hanoi/core/shared/ids';
import type { RequestEvent } from '@sveltejs/kit';
import { apiFor } from '$lib/server/api';

export type Recorded = {
  id: string;
  /** Overturning put back all that the former decision did; false where its author has changed the same meanwhile. */
  isComplete: boolean;
};

/** What the address names as recorded; null where it names nothing that is there. */
export async function recordedIn(event: RequestEvent): Promise<Recorded | null> {
  const id = event.url.searchParams.get('done');
  if (!id) return null;
  try {
    const { appeal } = await apiFor(event).moderation.getDecision({ params: { id: id as DecisionId } });
    return { id, isComplete: appeal?.complete !== false };
  } catch (thrown) {
    // The page is worth reading without.
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}
