/** Dead letters: those that wait, or those that were discarded. */
import { letterStates } from '@hanoi/core/dead-letter/schema';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const { searchParams } = event.url;
  const state = letterStates.find((one) => one === searchParams.get('state')) ?? 'open';
  const cursor = searchParams.get('cursor') ?? undefined;
  try {
    const page = await apiFor(event).deadLetter.listDeadLetters({ query: { state, cursor } });
    return { ...page, state, isDone: searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};
