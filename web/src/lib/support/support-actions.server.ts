/** Form actions of supporting and following, for both kinds of subjects. */
import type { Client } from '@hanoi/core/shared/client';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { withSignIn } from '$lib/server/sign-in';
import { pageAddress } from '$lib/subject/address';
import { tell } from '$lib/subject/told.server';

type Params = { id: string };

const calls = {
  challenge: {
    support: (api: Client, params: Params) => api.support.supportChallenge({ params }),
    unsupport: (api: Client, params: Params) => api.support.unsupportChallenge({ params }),
    follow: (api: Client, params: Params) => api.follow.followChallenge({ params }),
    unfollow: (api: Client, params: Params) => api.follow.unfollowChallenge({ params }),
  },
  solution: {
    support: (api: Client, params: Params) => api.support.supportSolution({ params }),
    unsupport: (api: Client, params: Params) => api.support.unsupportSolution({ params }),
    follow: (api: Client, params: Params) => api.follow.followSolution({ params }),
    unfollow: (api: Client, params: Params) => api.follow.unfollowSolution({ params }),
  },
};

/** The actions `support`, `withdrawSupport`, `follow` and `unfollow` of a page at `…/[id]`. */
export function supportActions(subject: keyof typeof calls) {
  const { support, unsupport, follow, unfollow } = calls[subject];
  return {
    support: (event) =>
      act(event, 'support', async (api, params) => tell(event, 'supported', (await support(api, params)).support)),
    withdrawSupport: (event) =>
      act(event, 'support', async (api, params) => tell(event, 'unsupported', (await unsupport(api, params)).support)),
    follow: (event) =>
      act(event, 'follow', async (api, params) => {
        await follow(api, params);
        tell(event, 'followed');
      }),
    unfollow: (event) =>
      act(event, 'follow', async (api, params) => {
        await unfollow(api, params);
        tell(event, 'unfollowed');
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
