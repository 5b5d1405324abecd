/** Use cases of search. All that can be found is public, so anyone may ask. */
import { requireCard } from '../card/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import type { SearchIndex, SearchRequest } from './port.ts';
import type { Alike, DraftToCompare, SearchAnswer, Suggestion } from './schema.ts';

/** A page of what is found. @throws search_not_ready, invalid_cursor */
export async function search(index: SearchIndex, request: SearchRequest): Promise<SearchAnswer> {
  return index.search(request);
}

/** At most eight suggestions. @throws search_not_ready */
export async function suggest(index: SearchIndex, question: string): Promise<{ items: Suggestion[] }> {
  return { items: await index.suggest(question) };
}

/** Public challenges that may be the same as a draft. @throws search_not_ready */
export async function findAlikeChallenges(index: SearchIndex, draft: DraftToCompare): Promise<{ items: Alike[] }> {
  return { items: await index.alike(draft) };
}

/** Solutions of a challenge that may say the same as a draft. @throws challenge_not_found, search_not_ready */
export async function findAlikeSolutions(
  ctx: Ctx,
  index: SearchIndex,
  challenge: ChallengeId,
  draft: DraftToCompare,
): Promise<{ items: Alike[] }> {
  await requireCard(ctx, challenge);
  return { items: await index.alike(draft, challenge) };
}
