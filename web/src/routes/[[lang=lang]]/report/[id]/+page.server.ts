/** Reporting one piece of content: of any kind, by anybody who signs in for it. */
import { nameOf } from '@hanoi/core/api/for-kinds';
import type { Client } from '@hanoi/core/contracts';
import { type NewReport, newReportSchema } from '@hanoi/core/report/schema';
import { type ContentId, idSchema, isSubjectId, kindOf } from '@hanoi/core/shared/ids';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { readTarget } from '$lib/report/read-target.server';
import { failFields, throwPage, throwProblem } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import { pageAddress } from '$lib/subject/address';
import type { PageServerLoad } from './$types';

/** One small script instead of a framework: see lib/live. */
export const csr = false;

/** The part of the query that says thanks, and for which time. */
const sentName = 'sent';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  if (!isSubjectId(id) && !idSchema('comment').safeParse(id).success) throwProblem(event, 'route_not_found');
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const sent = event.url.searchParams.get(sentName);
  try {
    return { target: await readTarget(event), sent: sent === 'again' ? 'again' : sent ? 'first' : null } as const;
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { report } satisfies Actions;

async function report(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'report', values };
  const parsed = newReportSchema.safeParse({ reason: textOf(values, 'reason'), note: textOf(values, 'note') });
  if (!parsed.success) return failFields(event, fieldErrors(parsed.error), kept);
  return withSignIn(event, form, kept, async (api) => {
    if (form.get('wish') === 'open') return open(event, api, parsed.data);
    const id = (event.params.id ?? '') as ContentId;
    const request = { params: { id }, body: parsed.data };
    const { at } = isSubjectId(id)
      ? await api.report[nameOf('report*', kindOf(id))](request)
      : await api.report.reportComment(request);
    const isNew = Date.now() - Date.parse(at) < minute;
    redirect(303, pageAddress(event.url, { [sentName]: isNew ? 'first' : 'again' }));
  });
}

const minute = 60_000;

/** Moderators need not wait for themselves: an item opens, and they go on there. */
async function open(event: RequestEvent, api: Client, report: NewReport): Promise<never> {
  const { id } = await api.moderation.openItem({ body: { subject: event.params.id ?? '', ...report } });
  redirect(303, localPath(languageOfPath(event.url.pathname), `/moderation/${id}`));
}
