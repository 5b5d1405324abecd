/** Use cases of search. All that can be found is public, so anyone may ask. */
import { requireCard } from '../card/service.ts';
import { programmesInForce, requireProgramme } from '../programme/in-force.ts';
import { programmesLike } from '../programme/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import type { CountedTag, TagsQuery } from '../tag/schema.ts';
import { currentTag } from '../tag/service.ts';
import type { SearchIndex, SearchRequest } from './port.ts';
import { type Alike, type DraftToCompare, mostSuggestions, type SearchAnswer, type Suggestion } from './schema.ts';

/** A page of what is found. @throws search_not_ready, invalid_cursor, invalid_input for a programme that there is not */
export async function search(ctx: Ctx, index: SearchIndex, request: SearchRequest): Promise<SearchAnswer> {
  if (request.programme) await requireProgramme(ctx, request.programme);
  return index.search({ ...request, tag: await currentTag(ctx, request.tag) });
}

/** At most eight suggestions, programmes last: they are few, and not in the index. @throws search_not_ready */
export async function suggest(ctx: Ctx, index: SearchIndex, question: string): Promise<{ items: Suggestion[] }> {
  const found = await index.suggest(question);
  const programmes = programmesLike(await programmesInForce(ctx), question).map(
    ({ code, text }): Suggestion => ({ kind: 'programme', text, path: null, value: code }),
  );
  return { items: [...found.slice(0, mostSuggestions - programmes.length), ...programmes] };
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

/** A page of the tags in use, with how many public subjects carry each. For administrators. @throws not_allowed, search_not_ready, invalid_cursor */
export async function listTags(ctx: Ctx, index: SearchIndex, query: TagsQuery): Promise<Page<CountedTag>> {
  if (!hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  return index.tags(query);
}
