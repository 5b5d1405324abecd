/** Saves an edited subject of any kind: sends what changed, over the newest version. */
import type { Client } from '@hanoi/core/contracts';
import type { FieldError } from '@hanoi/core/shared/app-error';
import type { PersonalDataChoice } from '@hanoi/core/shared/personal-data';
import { type ActionFailure, type RequestEvent, redirect } from '@sveltejs/kit';
import { languageOfPath, localPath } from '$lib/language/path';
import { failFields } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import type { NoticedAction } from '$lib/subject/action-notice';
import { leaveNotice } from '$lib/subject/action-notice.server';
import { changesOf } from './edit-version.server';
import type { FormAnswer, FormValues } from './form-answer';
import { valuesOf } from './form-values';
import { saveMerged } from './merge-edits.server';
import { choiceIn } from './personal-data-choice.server';

type Images = readonly { id: string; alt: string }[];
type Kept = { about: string; values: FormValues };

/** What an edit sends of an input: what changed, and the version it was made on. */
type Change<Input extends { images: Images }, Field extends keyof Input> = Partial<Pick<Input, Field | 'images'>> & {
  version: number;
};

type How = { publishes: boolean; personalData: PersonalDataChoice };

/** How subjects of a kind are edited. */
export type Editing<Input extends { images: Images }, Field extends keyof Input, Whole> = {
  /** The collection in addresses of its pages. */
  path: string;
  get(api: Client, id: string): Promise<Whole>;
  /** A subject as the form holds it. */
  hold(present: Whole): FormValues;
  /** What the form says, or what is wrong with it; a draft may be unfinished. */
  read(
    values: FormValues,
    present: Whole,
    isDraft: boolean,
  ): { input: Input; errors: [] } | { input?: undefined; errors: FieldError[] };
  /** The fields that are compared; pictures always are. */
  fields: readonly Field[];
  /** Sends what changed, which may be nothing but the version; `publishes` for a draft that becomes public; `personalData` as its author chose. */
  send(api: Client, id: string, change: Change<Input, Field>, how: How): Promise<void>;
  /** The notice on the page of one that was published. */
  published: NoticedAction;
  /** What must be clear before anything is sent. */
  check?(event: RequestEvent, kept: Kept): Promise<ActionFailure<FormAnswer> | undefined>;
};

/**
 * The form action that saves, publishes a draft, or saves and leads to the page of pictures. Redirects to the subject's page; else
 * answers the form as it was typed.
 */
export async function saveEdit<
  Input extends { images: Images },
  Field extends keyof Input,
  Whole extends Pick<Input, Field> & { version: number; status: string; images: Images },
>(event: RequestEvent, about: 'save' | 'publish' | 'pictures', editing: Editing<Input, Field, Whole>) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about, values };
  const id = event.params.id ?? '';
  const unclear = await editing.check?.(event, kept);
  if (unclear) return unclear;
  return withSignIn(event, form, kept, (api) =>
    saveMerged<Whole>(event, {
      kept,
      read: () => editing.get(api, id),
      valuesOf: editing.hold,
      async save(present) {
        const wasDraft = present.status === 'draft';
        const publishes = about === 'publish' && wasDraft;
        const { input, errors } = editing.read(values, present, wasDraft && !publishes);
        if (!input) return failFields(event, errors, kept);
        const { version } = present;
        const how = { publishes, personalData: choiceIn(values) };
        await editing.send(api, id, { version, ...changeOf(input, present, editing.fields) }, how);
        const path = localPath(languageOfPath(event.url.pathname), `/${editing.path}/${id}`);
        if (about === 'pictures') redirect(303, `${path}/pictures`);
        if (wasDraft) leaveNotice(event, publishes ? editing.published : 'drafted', undefined, path);
        redirect(303, path);
      },
    }),
  );
}

function changeOf<Input extends { images: Images }, Field extends keyof Input>(
  input: Input,
  present: Pick<Input, Field> & { images: Images },
  fields: readonly Field[],
): Partial<Pick<Input, Field | 'images'>> {
  // Pictures are answered with more than a form sends of them.
  const images = present.images.map(({ id, alt }) => ({ id, alt }));
  const shown = { ...present, images } as unknown as Pick<Input, Field | 'images'>;
  return changesOf<Input, Field | 'images'>(input, shown, [...fields, 'images']);
}

/** Whether a change says more than the version it is of. */
export function isChange(change: object): boolean {
  return Object.keys(change).length > 1;
}
