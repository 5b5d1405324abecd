/** A page of the list, read on where a filter left it nearly empty. */

import { ProblemError } from '@hanoi/core/api/client';
import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import type { Client } from '@hanoi/core/contracts';
import type { ListFilter } from '$lib/challenge/list-address';

const limit = 20;
/** The API reads a bounded stretch at a time; a page worth looking at may take several. */
export const worthShowing = 5;
const longest = 4;

type Found = { cards: ChallengeCard[]; nextCursor: string | null; isStale: boolean };

/**
 * The challenges that fit `filter` from `cursor` on; from the first when the cursor is not one of this list.
 * @throws ProblemError
 */
export async function searchChallenges(api: Client, filter: ListFilter, cursor: string | undefined): Promise<Found> {
  try {
    return { ...(await readOn(api, filter, cursor)), isStale: false };
  } catch (thrown) {
    const isStale = cursor !== undefined && thrown instanceof ProblemError && isAboutCursor(thrown);
    if (!isStale) throw thrown;
    return { ...(await readOn(api, filter, undefined)), isStale };
  }
}

function isAboutCursor({ problem }: ProblemError): boolean {
  return problem.code === 'invalid_cursor' || problem.errors.some(({ path }) => path === '/cursor');
}

async function readOn(api: Client, filter: ListFilter, from: string | undefined) {
  const cards: ChallengeCard[] = [];
  let cursor = from;
  for (let time = 0; time < longest; time++) {
    const page = await api.challenge.listChallenges({ query: { ...filter, limit: limit - cards.length, cursor } });
    cards.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    if (!cursor || cards.length >= worthShowing) break;
  }
  return { cards, nextCursor: cursor ?? null };
}
