/** A page of a list of one's own: asks to sign in where the session has ended, and tells what else went wrong. */
import { ProblemError } from '@hanoi/core/api/client';
import type { Client } from '@hanoi/core/contracts';
import type { RequestEvent } from '@sveltejs/kit';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { requireSignIn } from '$lib/server/sign-in';

type Query = { limit: number; cursor: string | undefined };

/** What `read` answers for the page that the address asks for, and whether it is the first. */
export async function readMine<Page extends object>(
  event: RequestEvent,
  read: (api: Client, query: Query) => Promise<Page>,
): Promise<Page & { isFirst: boolean }> {
  const cursor = event.url.searchParams.get('cursor') ?? undefined;
  try {
    return { ...(await read(apiFor(event), { limit: 20, cursor })), isFirst: !cursor };
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
}
