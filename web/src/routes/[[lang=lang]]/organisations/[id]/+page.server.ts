/** An organisation as everybody sees it. */
import type { OrganisationId } from '@hanoi/core/shared/ids';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  try {
    const params = { id: event.params.id as OrganisationId };
    return { organisation: await apiFor(event).organisation.readOrganisation({ params }) };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};
