/** Forms that can't be read, such as one that breaks off on its way: the fault of what was sent, for every action alike. */
import { errorMessages } from '@hanoi/i18n/errors';
import { error, type RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';

/** Makes reading the form of this request end on a page that says so, with 400, where it would be a fault of ours. */
export function refuseUnreadableForms({ request, url }: RequestEvent): void {
  const read = request.formData.bind(request);
  request.formData = async () => {
    // To read a second time is a fault of ours.
    if (request.bodyUsed) return read();
    try {
      return await read();
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      const { title, detail } = errorMessages[languageOfPath(url.pathname)].form_unreadable;
      error(400, { message: title, detail });
    }
  };
}
