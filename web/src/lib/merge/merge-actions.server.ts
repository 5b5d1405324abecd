/** The form by which one moves one's support from something that was merged, or leaves it there. */
import { nameOf } from '@hanoi/core/api/for-kinds';
import { isSubjectId, kindOf } from '@hanoi/core/shared/ids';
import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { withSignIn } from '$lib/server/sign-in';
import { pageAddress } from '$lib/subject/address';

/** Sends the answer, and shows the page again at `anchor`. */
export function moveSupportAction(anchor: string) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const subject = String(form.get('merged') ?? '');
    if (!isSubjectId(subject)) error(400);
    const values = { merged: subject, move: String(form.get('move') ?? '') };
    return withSignIn(event, form, { about: 'moveSupport', values }, async ({ merge }) => {
      const params = { id: subject };
      await merge[nameOf('move*Support', kindOf(subject))]({ params, body: { move: values.move === 'yes' } } as never);
      redirect(303, pageAddress(event.url, {}, anchor));
    });
  };
}
