/**
 * Reads a subject and the parts of its page. What everybody sees comes from the shared cache, for readers who are signed in
 * too; for them only their own vote and follow are requested. So a burst of readers doesn't load the card's partition.
 */
import { ProblemError } from '@hanoi/core/api/client';
import { type NameOf, nameOf } from '@hanoi/core/api/for-kinds';
import { isMaker } from '@hanoi/core/card/maker';
import type { Card, Viewer } from '@hanoi/core/card/schema';
import type { Client } from '@hanoi/core/contracts';
import type { KindWith, SubjectKind } from '@hanoi/core/subject/kinds';
import type { ServerLoadEvent } from '@sveltejs/kit';
import { apiFor, sharedApiFor } from '$lib/server/api';
import { aroundName } from '$lib/subject/address';
import type { Viewer as Person } from '$lib/ui/viewer';

/** The load of a page at `…/[id]`. */
type PageEvent = ServerLoadEvent<{ id: string }, { person: Person | null }>;

/** The kinds that have a page with a thread and show the reader's own vote and follow. */
type PageKind = KindWith<'comment'> & KindWith<'support' | 'follow'>;

type Get<Kind extends SubjectKind> = Client[Kind] extends Record<NameOf<'get*', Kind>, infer Call> ? Call : never;
type Answer<Kind extends SubjectKind> = Get<Kind> extends (request: never) => Promise<infer Whole> ? Whole : never;
/** A subject as the endpoint of its kind answers: `getChallenge`. */
type Whole<Kind extends SubjectKind> = Answer<Kind> & Pick<Card, 'author' | 'organisation'> & { viewer?: Viewer };

/** A subject with the first comments and events, or those that the address asks for. @throws ProblemError */
export async function readSubjectParts<Kind extends PageKind>(event: PageEvent, kind: Kind) {
  const shared = sharedApiFor(event);
  const params = { id: event.params.id };
  const asked = (name: string) => event.url.searchParams.get(name) ?? undefined;
  const anyKind: PageKind = kind;
  const thread = { params, query: { limit: 15, cursor: asked('thread'), around: asked(aroundName) } };
  const listComments = nameOf('list*Comments', anyKind);
  const [subject, comments, waiting, timeline] = await Promise.all([
    readSubject(event, kind),
    shared.comment[listComments](thread),
    asReader(event, (api) => api.comment[nameOf('list*WaitingComments', anyKind)]({ params })),
    shared.timeline[nameOf('*Timeline', anyKind)]({ params, query: { limit: 8, cursor: asked('events') } }),
  ]);
  // Who wrote a hidden comment still reads it.
  const hasHidden = event.locals.session && comments.items.some(({ status }) => status === 'hidden');
  const shown = hasHidden ? await apiFor(event).comment[listComments](thread) : comments;
  return { subject, comments: { ...shown, waiting: waiting?.items ?? [] }, timeline };
}

/**
 * A subject whole, with what the reader did and may do. Its makers read it strongly, as they may just have edited it; so do
 * those who see what not everybody sees.
 * @throws ProblemError
 */
async function readSubject<Kind extends PageKind>(event: PageEvent, kind: Kind): Promise<Whole<Kind>> {
  const params = { id: event.params.id };
  const anyKind: PageKind = kind;
  const [whole, own] = await Promise.all([
    getOf(sharedApiFor(event), kind)({ params }),
    asReader(event, (api) => api.viewer[nameOf('*Viewer', anyKind)]({ params })),
  ]);
  // With a viewer it was not there for everybody, and was asked for again as the reader.
  if (!own || whole.viewer) return whole;
  const { person } = await event.parent();
  if (person && isMaker(person, whole)) return getOf(apiFor(event), kind)({ params });
  return { ...whole, viewer: { ...own, mayEdit: false } };
}

/** What the API answers the reader alone; undefined for those who are not signed in, or not any more. */
async function asReader<Answer>(event: PageEvent, ask: (api: Client) => Promise<Answer>): Promise<Answer | undefined> {
  if (!event.locals.session) return undefined;
  try {
    return await ask(apiFor(event));
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) return undefined;
    throw thrown;
  }
}

/** The endpoint that answers a subject of the kind whole. */
function getOf<Kind extends SubjectKind>(api: Client, kind: Kind) {
  const feature: Record<string, unknown> = api[kind];
  return feature[nameOf('get*', kind)] as (request: { params: { id: string } }) => Promise<Whole<Kind>>;
}
