/** The page of something that was merged: whoever opens its bare address is led on to what it leads to. */
import type { Client } from '@hanoi/core/contracts';
import { isSubjectId, kindOf } from '@hanoi/core/shared/ids';
import { specOf } from '@hanoi/core/subject/kinds';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { cameFromName } from './merge-address';

type Leading = { id: string; status: string; leadsTo?: { id: string; title: string } };

/**
 * Leads on, unless the address asks for something on the page itself: a comment, a page of its timeline, or to be read as it was. For a
 * while only, as a merge can be undone.
 */
export function leadOn({ url }: RequestEvent, { id, status, leadsTo }: Leading): void {
  if (status !== 'merged' || !leadsTo || url.search !== '' || !isSubjectId(leadsTo.id)) return;
  const page = `/${specOf(kindOf(leadsTo.id)).path}/${leadsTo.id}`;
  redirect(303, `${localPath(languageOfPath(url.pathname), page)}?${cameFromName}=${id}`);
}

/** What one supported that was merged into this subject; asked only where something was. */
export async function myMergesInto(event: RequestEvent, subject: { id: string; mergedFrom?: readonly unknown[] }) {
  if (!event.locals.session || !subject.mergedFrom) return [];
  const { merge }: Client = apiFor(event);
  return (await merge.listMyMerges({ query: { into: subject.id, limit: 1 } })).items;
}
