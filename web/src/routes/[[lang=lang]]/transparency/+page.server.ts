/** The transparency report of a month: the one asked for, else the latest that is over. */
import { monthSchema } from '@hanoi/core/transparency/schema';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { transparency } = apiFor(event);
  const asked = monthSchema.safeParse(event.url.searchParams.get('month'));
  try {
    const { items: months } = await transparency.listTransparency();
    const latest = months.find(({ isOver }) => isOver) ?? months[0];
    const month = asked.data ?? latest?.month;
    const report = month ? await transparency.getTransparency({ params: { month } }) : null;
    return { months: months.map((one) => one.month), report };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};
