/** The decision that keeps one's own content hidden, sent back or covered: for the notice above it. */
import { ProblemError } from '@hanoi/core/api/client';
import type { Decision } from '@hanoi/core/decision/schema';
import type { RequestEvent } from '@sveltejs/kit';
import { apiFor } from '$lib/server/api';

export type OwnDecision = Pick<Decision, 'id' | 'action' | 'reason' | 'facts'>;

/** What takes something from a reader's sight, and from an author's hands. */
const felt: readonly Decision['action'][] = ['hide', 'return', 'redact', 'lock', 'merge'];
/** What gives it back. */
const undone: readonly Decision['action'][] = ['restore', 'unlock', 'approve', 'unmerge', 'overturn'];

/** The latest decision about the content `id` that its author still feels; null where there is none, or it is somebody else's. */
export async function ownDecision(event: RequestEvent, id: string): Promise<OwnDecision | null> {
  if (!event.locals.session) return null;
  try {
    const { items } = await apiFor(event).moderation.listMyDecisions({ query: { limit: 50 } });
    return latestFelt(items.filter(({ subject }) => subject.id === id));
  } catch (thrown) {
    // The page is worth reading without.
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}

/** `decisions` are of one content, newest first. */
export function latestFelt(decisions: readonly Decision[]): OwnDecision | null {
  for (const { id, action, reason, facts, appeal } of decisions) {
    if (undone.includes(action)) return null;
    if (felt.includes(action) && appeal?.outcome !== 'overturn') return { id, action, reason, facts };
  }
  return null;
}
