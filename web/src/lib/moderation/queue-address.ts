/** Addresses of the moderators' pages: the queue, an item in it, each in the same list of one kind or of all. */
import { type ItemKind, itemKinds } from '@hanoi/core/moderation/schema';

/** The kind that an address asks for; undefined for all. */
export function kindIn(url: URL): ItemKind | undefined {
  const asked = url.searchParams.get('kind');
  return itemKinds.find((kind) => kind === asked);
}

/** The queue, of one kind or of all; `more` are further parts of the query. */
export function queuePath(kind?: ItemKind, more: Record<string, string> = {}): string {
  return `/moderation${queryOf(kind, more)}`;
}

/** An item of it. */
export function itemPath(id: string, kind?: ItemKind, more: Record<string, string> = {}): string {
  return `/moderation/${id}${queryOf(kind, more)}`;
}

function queryOf(kind: ItemKind | undefined, more: Record<string, string>): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...more }).toString();
  return query && `?${query}`;
}
