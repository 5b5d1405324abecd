/** Asks what is like a draft, from the browser. */
import type { Language } from '@hanoi/core/person/schema';
import type { Alike, DraftToCompare } from '@hanoi/core/search/schema';
import { type AlikeView, alikeView } from './alike-view';

/** What is like `draft`, asked for at `address` below the API; nothing where there is no answer: it is only a hint. */
export async function fetchAlike(
  address: string,
  draft: DraftToCompare,
  language: Language,
  signal: AbortSignal,
): Promise<AlikeView[]> {
  try {
    const response = await fetch(`/api/v1${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(draft),
      signal,
    });
    if (!response.ok) return [];
    const { items } = (await response.json()) as { items: Alike[] };
    return items.map((alike) => alikeView(alike, language));
  } catch {
    // Typed on, or no connection.
    return [];
  }
}
