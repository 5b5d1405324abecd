/** The form of a challenge: what it needs to know, what it says when sent, what it holds of a challenge to be edited. */

import { randomUUID } from 'node:crypto';
import { imageLimit } from '@hanoi/core/card/image';
import { tagLimit } from '@hanoi/core/card/schema';
import { type Challenge, completeChallenge, type NewChallenge, newChallengeSchema } from '@hanoi/core/challenge/schema';
import type { Language } from '@hanoi/core/person/schema';
import type { Programme } from '@hanoi/core/programme/schema';
import type { FieldError } from '@hanoi/core/shared/app-error';
import { lacksOf } from '@hanoi/core/shared/complete';
import { readMapTiles } from '@hanoi/core/shared/map-tiles';
import { speaksFor } from '@hanoi/core/shared/membership';
import { dayOf, endOfDay, someDays } from '$lib/form/closing-day';
import { imagesOf, imageValues } from '$lib/form/compose-actions.server';
import type { FormValues } from '$lib/form/form-answer';
import { textOf } from '$lib/form/form-values';
import { withBase } from '$lib/form/merge-edits.server';
import { fieldErrors, splitTags } from '$lib/form/schema-errors.server';
import { fullName, openProgrammes, programmeViews } from '$lib/programme/programme-view';
import type { Viewer } from '$lib/ui/viewer';

/** What the form offers this person; `own` is the programme that the challenge is in already. */
export function challengeFormData(
  person: Viewer | null,
  programmes: readonly Programme[],
  language: Language,
  own?: string | null,
) {
  const organisations = (person?.memberships ?? []).filter(speaksFor);
  const isOfficer = organisations.some(({ kind }) => kind === 'agency');
  return {
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    isOfficer,
    programmes: openProgrammes(programmeViews(programmes, language), own ?? undefined)
      .filter(({ code, isRestricted }) => isOfficer || !isRestricted || code === own)
      .map((programme) => ({ value: programme.code, name: fullName(programme, language) })),
    limits: { tags: tagLimit, images: imageLimit },
    days: { first: someDays(0), last: someDays(729) },
    tiles: readMapTiles(process.env),
  };
}

/** An empty form. Its key makes one challenge of it, however often it is sent. */
export function emptyChallenge(): FormValues {
  return { key: randomUUID(), kind: 'raised' };
}

/** A challenge as its form holds it. */
export function challengeValues(challenge: Challenge): FormValues {
  const { version, title, summary, body, programme, tags, ward, point, closesAt, images } = challenge;
  return withBase({
    version: String(version),
    title,
    summary,
    body,
    programme: programme ?? '',
    tags: tags.join(', '),
    ward: ward ?? '',
    lng: point ? String(point.lng) : '',
    lat: point ? String(point.lat) : '',
    closesAt: closesAt ? dayOf(closesAt) : '',
    ...imageValues(images),
  });
}

type Read = { input: NewChallenge; errors: [] } | { input?: undefined; errors: FieldError[] };

type Known = {
  /** The end it has: it may stay, though it has passed. */
  present?: string | null;
  /** The programmes in which only agencies post; not asked of what is edited. */
  restricted?: readonly string[];
};

/** The challenge a form tells of, or what is wrong with it; a draft may be unfinished. */
export function readChallenge(values: FormValues, draft: boolean, { present, restricted = [] }: Known = {}): Read {
  const day = textOf(values, 'closesAt');
  const closesAt = present && day === dayOf(present) ? present : day ? endOfDay(day) : null;
  const parsed = newChallengeSchema.safeParse({
    title: textOf(values, 'title'),
    summary: textOf(values, 'summary'),
    body: textOf(values, 'body'),
    programme: textOf(values, 'programme') || null,
    kind: textOf(values, 'kind') || 'raised',
    tags: splitTags(textOf(values, 'tags')),
    ward: textOf(values, 'ward') || null,
    point: pointOf(values),
    images: imagesOf(values),
    organisation: textOf(values, 'organisation') || null,
    closesAt: closesAt ?? null,
    draft,
  });
  // What is unfinished is told together with what is wrong.
  const unfinished = draft
    ? []
    : lacksOf(completeChallenge, { ...values, programme: textOf(values, 'programme') || null });
  const errors = [...fieldErrors(parsed.error), ...unfinished, ...lacks(values, closesAt, restricted)];
  return parsed.success && errors.length === 0 ? { input: parsed.data, errors: [] } : { errors };
}

/** What no schema can say of one field alone. */
function lacks(values: FormValues, closesAt: string | null | undefined, restricted: readonly string[]): FieldError[] {
  const hasOrganisation = textOf(values, 'organisation') !== '';
  const isRestricted = restricted.includes(textOf(values, 'programme'));
  const isEditing = textOf(values, 'version') !== '';
  const wrong: [boolean, string, string][] = [
    [closesAt === undefined, 'closesAt', 'closing_date_invalid'],
    [!isEditing && textOf(values, 'kind') === 'launched' && !hasOrganisation, 'organisation', 'launch_needs_agency'],
    [!isEditing && isRestricted && !hasOrganisation, 'programme', 'programme_restricted'],
  ];
  return wrong.filter(([isWrong]) => isWrong).map(([, name, code]) => ({ path: `/${name}`, code, message: code }));
}

function pointOf(values: FormValues) {
  const [lng, lat] = [textOf(values, 'lng'), textOf(values, 'lat')];
  // Without a script the map is not there, but a pin can be taken off.
  if (textOf(values, 'unpin')) return null;
  return lng && lat ? { lng: Number(lng), lat: Number(lat) } : null;
}
