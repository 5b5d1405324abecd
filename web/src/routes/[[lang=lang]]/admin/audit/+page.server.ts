/** The audit log: searched by who did it, to what, which action and which day; and the address of the same as a table. */
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

const names = ['actor', 'subject', 'action', 'day'] as const;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const { searchParams } = event.url;
  const asked = names.flatMap((name) => {
    const value = searchParams.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  const filter: Partial<Record<(typeof names)[number], string>> = Object.fromEntries(asked);
  const cursor = searchParams.get('cursor') ?? undefined;
  try {
    const page = await apiFor(event).audit.listAudit({ query: { ...filter, cursor, limit: 50 } });
    return { ...page, filter, asked: new URLSearchParams(filter as Record<string, string>).toString() };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};
