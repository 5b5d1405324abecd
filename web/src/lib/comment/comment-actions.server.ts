/** Form actions of commenting, for every kind that can be commented. */
import { nameOf } from '@hanoi/core/api/for-kinds';
import { type Comment, newCommentSchema, type Stance, stances } from '@hanoi/core/comment/schema';
import { newReportSchema } from '@hanoi/core/report/schema';
import { fieldCode } from '@hanoi/core/shared/field-code';
import { showsWords } from '@hanoi/core/shared/shown-words';
import { showsNothing } from '@hanoi/core/shared/text';
import type { KindWith } from '@hanoi/core/subject/kinds';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { sendOnce } from '$lib/form/once-key.server';
import { choiceIn } from '$lib/form/personal-data-choice.server';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { failFields } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import { commentAddress } from './comment-address';

/** The actions `comment`, `editComment` and `deleteComment` of a page at `…/[id]`. */
export function commentActions(kind: KindWith<'comment'>) {
  return {
    comment: (event) => postComment(event, kind),
    editComment,
    deleteComment,
  } satisfies Actions;
}

async function postComment(event: RequestEvent, kind: KindWith<'comment'>) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: values.parentId ? `reply-${values.parentId}` : 'comment', values };
  const wrong = wordsError(values.comment);
  if (wrong) return failFields(event, [wrong], kept);
  return withSignIn(event, form, kept, async (api) => {
    const body = {
      body: values.comment,
      stance: stanceOf(values.stance),
      parentId: values.parentId || null,
      organisation: values.organisation || null,
      personalData: choiceIn(values),
    };
    const params = { id: event.params.id ?? '' };
    const say = (headers: Record<string, string>) => api.comment[nameOf('commentOn*', kind)]({ params, body, headers });
    const { id } = await sendOnce(values.key, body, say, changedSince);
    redirect(303, commentAddress(event.url, id));
  });
}

async function editComment(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: `edit-${values.id}`, values };
  const wrong = wordsError(values.comment);
  if (wrong) return failFields(event, [wrong], kept);
  return withSignIn(event, form, kept, async (api) => {
    const body = {
      body: values.comment,
      version: Number(values.version) || 1,
      personalData: choiceIn(values),
      ...(form.has('stance') && { stance: stanceOf(values.stance) }),
    };
    await api.comment.editComment({ params: { id: values.id }, body });
    redirect(303, commentAddress(event.url, values.id));
  });
}

async function deleteComment(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: `delete-${values.id}`, values };
  // Moderators say why: it becomes a decision, which its author reads.
  const why = form.has('reason') ? newReportSchema.safeParse({ reason: values.reason, note: values.note }) : undefined;
  const wrong = [...fieldErrors(why?.error), ...(why?.data && !why.data.note ? [noFacts] : [])];
  if (wrong.length > 0) return failFields(event, wrong, kept);
  return withSignIn(event, form, kept, async (api) => {
    await api.comment.deleteComment({ params: { id: values.id }, query: why?.data });
    redirect(303, commentAddress(event.url, values.id));
  });
}

const noFacts = { path: '/note', code: 'facts_missing', message: 'facts_missing' };

function valuesOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    comment: text('comment'),
    stance: text('stance'),
    parentId: text('parentId'),
    organisation: text('organisation'),
    id: text('id'),
    key: text('key'),
    version: text('version'),
    reason: text('reason'),
    note: text('note'),
    personalData: text('personalData'),
  };
}

function stanceOf(text: string): Stance {
  return stances.find((stance) => stance === text) ?? 'neutral';
}

/** Checked before anything is sent, so that people do not have to sign in just to see the error. */
function wordsError(comment: string) {
  const { data: body, error } = newCommentSchema.shape.body.safeParse(comment);
  const issue = error?.issues[0];
  const code = issue ? fieldCode(issue) : body !== undefined && !showsWords(body) ? showsNothing : undefined;
  return code && { path: '/comment', code, message: code };
}

/** What a comment made by this form before is now, when it is no longer what was said. */
function changedSince({ id, version }: Comment): string | undefined {
  return version > 1 ? `${id} ${version}` : undefined;
}
