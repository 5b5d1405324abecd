/** How much waits for a moderator, for the header of every page. */
import { ProblemError } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { apiFor } from '$lib/server/api';
import { isModerator, type Viewer } from '$lib/ui/viewer';

/** Counted up to so many: more is more than anybody does at once, and would have to be read for every page. */
const most = 20;

/** `7` or `20+`; null for those who are no moderators, and where it is not known. */
export async function waitingFor(event: RequestEvent, person: Viewer | null): Promise<string | null> {
  if (!isModerator(person)) return null;
  try {
    const { items, nextCursor } = await apiFor(event).moderation.getQueue({ query: { limit: most } });
    return `${items.length}${nextCursor ? '+' : ''}`;
  } catch (thrown) {
    // The page is worth reading without.
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}
