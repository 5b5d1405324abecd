/** What administrators' forms do: act, then show the page again, where it says so. */
import type { Client } from '@hanoi/core/contracts';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { valuesOf } from '$lib/form/form-values';
import { withSignIn } from '$lib/server/sign-in';

/** Does it for somebody signed in, and leads to `to`, or back to the page; what was typed stays where it is refused. */
export function act(
  event: RequestEvent,
  form: FormData,
  about: string,
  run: (api: Client) => Promise<unknown>,
  to: (result: unknown) => string = () => event.url.pathname,
) {
  return withSignIn(event, form, { about, values: valuesOf(form) }, async (api) => {
    redirect(303, `${to(await run(api))}?done=`);
  });
}
