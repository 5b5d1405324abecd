/** What a moderator sees before a merge: what is most alike, or found by words, and what would follow. */
import { ProblemError } from '@hanoi/core/api/client';
import type { MergePreview, WholeModerationItem } from '@hanoi/core/moderation/schema';
import type { Found } from '@hanoi/core/search/schema';
import { isSubjectId, kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { apiFor, sharedApiFor } from '$lib/server/api';
import { pageAddress } from '$lib/subject/address';
import { subjectIdIn } from './subject-id-in';

type Candidate = Pick<Found, 'id' | 'title' | 'path' | 'status' | 'support'>;
export type MergeView = {
  find: string;
  into: string;
  /** Null where the search does not answer. */
  candidates: Candidate[] | null;
  preview: MergePreview | null;
};

/** So many candidates are shown. */
const mostShown = 6;

/** Undefined while nobody asks to merge. An address that was pasted becomes the id in it. */
export async function mergeView(event: RequestEvent, item: WholeModerationItem): Promise<MergeView | undefined> {
  const { searchParams } = event.url;
  const isAsked = ['merge', 'find', 'into'].some((name) => searchParams.has(name)) || item.kind === 'duplicate';
  if (!isAsked || !item.possible.includes('merge') || !isSubjectId(item.subject.id)) return undefined;
  const find = searchParams.get('find')?.trim() ?? '';
  const pasted = subjectIdIn(find);
  if (pasted) redirect(303, pageAddress(event.url, { find: null, into: pasted }, '#merge'));
  const into = subjectIdIn(searchParams.get('into') ?? '') ?? item.like?.id ?? '';
  const [candidates, preview] = await Promise.all([
    candidatesOf(event, item, item.subject.id, find),
    into ? apiFor(event).moderation.previewMerge({ params: { id: item.id }, query: { into } }) : null,
  ]);
  return { find, into, candidates, preview };
}

async function candidatesOf(event: RequestEvent, item: WholeModerationItem, id: SubjectId, find: string) {
  try {
    const found = find ? await foundBy(event, id, find) : await alike(event, item, id);
    return found
      .filter((one) => one.id !== id && one.kind === kindOf(id))
      .slice(0, mostShown)
      .map(({ id, title, path, status, support }) => ({ id, title, path, status, support }));
  } catch (thrown) {
    // The page is of use without: an address can be pasted.
    if (thrown instanceof ProblemError && thrown.problem.code === 'search_not_ready') return null;
    throw thrown;
  }
}

async function foundBy(event: RequestEvent, id: SubjectId, q: string): Promise<Found[]> {
  const kind = kindOf(id);
  const status = kind === 'challenge' ? 'open' : 'submitted';
  return (await sharedApiFor(event).search.search({ query: { q, kind, status, limit: mostShown + 1 } })).items;
}

async function alike(event: RequestEvent, item: WholeModerationItem, id: SubjectId): Promise<Found[]> {
  const { search, challenge, solution } = apiFor(event);
  const params = { id: id as never };
  const isChallenge = kindOf(id) === 'challenge';
  const whole = isChallenge ? await challenge.getChallenge({ params }) : await solution.getSolution({ params });
  const body = { title: item.subject.title, summary: item.excerpt, ward: whole.ward };
  if ('challengeId' in whole)
    return (await search.findAlikeSolutions({ params: { id: whole.challengeId }, body })).items;
  return (await search.findAlikeChallenges({ body })).items;
}
