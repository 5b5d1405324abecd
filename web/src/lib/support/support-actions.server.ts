/** Form actions of supporting and following, for every kind that can be. */
import { nameOf } from '@hanoi/core/api/for-kinds';
import type { Client } from '@hanoi/core/contracts';
import type { KindWith } from '@hanoi/core/subject/kinds';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { withSignIn } from '$lib/server/sign-in';
import { leaveNotice } from '$lib/subject/action-notice.server';
import { pageAddress } from '$lib/subject/address';

type Params = { id: string };

/** The actions `support` and `withdrawSupport` of a page at `…/[id]`. */
export function supportActions(kind: KindWith<'support'>) {
  return {
    support: (event) =>
      act(event, 'support', async ({ support }, params) => {
        leaveNotice(event, 'supported', (await support[nameOf('support*', kind)]({ params })).support);
      }),
    withdrawSupport: (event) =>
      act(event, 'support', async ({ support }, params) => {
        leaveNotice(event, 'unsupported', (await support[nameOf('unsupport*', kind)]({ params })).support);
      }),
  } satisfies Actions;
}

/** The actions `follow` and `unfollow` of a page at `…/[id]`. */
export function followActions(kind: KindWith<'follow'>) {
  return {
    follow: (event) =>
      act(event, 'follow', async ({ follow }, params) => {
        await follow[nameOf('follow*', kind)]({ params });
        leaveNotice(event, 'followed');
      }),
    unfollow: (event) =>
      act(event, 'follow', async ({ follow }, params) => {
        await follow[nameOf('unfollow*', kind)]({ params });
        leaveNotice(event, 'unfollowed');
      }),
  } satisfies Actions;
}

async function act(event: RequestEvent, about: string, run: (api: Client, params: Params) => Promise<void>) {
  const form = await event.request.formData();
  return withSignIn(event, form, { about, values: {} }, async (api) => {
    await run(api, { id: event.params.id ?? '' });
    redirect(303, pageAddress(event.url));
  });
}
