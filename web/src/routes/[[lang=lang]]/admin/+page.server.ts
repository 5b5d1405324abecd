/** People as administrators find them: by name, id or e-mail address, or by the role they hold. */
import { grantedRoles } from '@hanoi/core/shared/role';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const { administration } = apiFor(event);
  const { searchParams } = event.url;
  const q = searchParams.get('q')?.trim() ?? '';
  const role = grantedRoles.find((one) => one === searchParams.get('role')) ?? 'administrator';
  const cursor = searchParams.get('cursor') ?? undefined;
  try {
    const [people, requests] = await Promise.all([
      administration.findPeople({ query: q ? { q, cursor } : { role, cursor } }),
      administration.listRoleRequests(),
    ]);
    return { people, requests: requests.items, q, role, now: Date.now() };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};
