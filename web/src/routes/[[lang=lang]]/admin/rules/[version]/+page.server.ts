/** One version of the content rules: read, made into a new one, put in force, and tried on last month's posts. */
import { ProblemError } from '@hanoi/core/api/client';
import { type NewRuleList, newRuleListSchema } from '@hanoi/core/rule/schema';
import { errorMessages } from '@hanoi/i18n/errors';
import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type { FormAnswer, FormValues } from '$lib/form/form-answer';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import type { PageServerLoad } from './$types';

export const csr = false;

/** A line of the list that is wrong. */
export type WrongLine = { line: number; words: string; code: string };

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const { searchParams } = event.url;
  const params = paramsOf(event);
  const api = apiFor(event);
  try {
    const query = { cursor: searchParams.get('cursor') ?? undefined };
    const [version, preview] = await Promise.all([
      api.rule.getRules({ params }),
      searchParams.has('preview') ? api.rule.previewRules({ params, query }) : null,
    ]);
    const done = ['saved', 'activated'].find((one) => searchParams.get('done') === one) ?? null;
    return { version, preview, done: done as 'saved' | 'activated' | null };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { save, activate } satisfies Actions;

async function save(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'save', values };
  const { data: body, error } = newRuleListSchema.safeParse(inputOf(values, paramsOf(event).version));
  if (!body) return failFields(event, fieldErrors(error), kept);
  return withSignIn(event, form, kept, async (api) => {
    try {
      const { version } = await api.rule.saveRules({ body });
      redirect(303, `${pathOf(event, version)}?done=saved`);
    } catch (thrown) {
      const lines = linesIn(thrown);
      if (lines.length === 0) throw thrown;
      const problem = { code: 'invalid_input', ...errorMessages[languageOfPath(event.url.pathname)].invalid_input };
      return fail(400, { ...kept, problem, lines } satisfies FormAnswer & { lines: WrongLine[] });
    }
  });
}

async function activate(event: RequestEvent) {
  const form = await event.request.formData();
  const version = Number(paramsOf(event).version);
  return withSignIn(event, form, { about: 'activate', values: {} }, async (api) => {
    await api.rule.activateRules({ body: { version } });
    redirect(303, `${pathOf(event, version)}?done=activated`);
  });
}

/** The lines that a refusal names; line 0 where the list as a whole is too long. */
function linesIn(thrown: unknown): WrongLine[] {
  if (!(thrown instanceof ProblemError)) return [];
  const about = thrown.problem.errors.filter(({ path }) => path === '/text' || path.startsWith('/text/'));
  return about.map(({ path, code, message }) => ({ line: Number(path.split('/')[2] ?? 0), words: message, code }));
}

/** What the form says, as the API takes it: shares are percentages in the form. */
function inputOf(values: FormValues, base: string): Record<keyof NewRuleList, unknown> {
  const is = (name: string) => textOf(values, name) === 'on';
  const number = (name: string) => (textOf(values, name) === '' ? Number.NaN : Number(textOf(values, name)));
  const lines = textOf(values, 'shorteners').toLowerCase().split(/\s+/).filter(Boolean);
  return {
    base: Number(base),
    text: textOf(values, 'text'),
    reason: textOf(values, 'reason'),
    settings: {
      links: { on: is('links'), most: number('most'), firstPost: is('firstPost'), shorteners: lines },
      repeats: { on: is('repeats'), likeness: number('likeness') / 100, sameWord: number('sameWord') },
      shouting: { on: is('shouting'), share: number('share') / 100, leastLetters: number('leastLetters') },
      personalData: { on: is('personalData') },
    },
  };
}

function paramsOf(event: RequestEvent) {
  return { version: event.params.version ?? '' };
}

function pathOf(event: RequestEvent, version: number): string {
  return localPath(languageOfPath(event.url.pathname), `/admin/rules/${version}`);
}
