/** Challenges over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { idSchema } from '../shared/ids.ts';
import { organisationRefSchema } from '../shared/membership.ts';
import { countedPageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import {
  challengeCardSchema,
  challengeChangeSchema,
  challengeFilterFields,
  challengeSchema,
  closeChallengeSchema,
  newChallengeSchema,
  reopenChallengeSchema,
} from './schema.ts';

const params = z.strictObject({ id: idSchema('challenge') });

export const challengeContract = {
  listChallenges: {
    method: 'GET',
    path: '/challenges',
    summary: 'Challenges by newest, most supported, trending or closing soon, filtered',
    access: 'anyone',
    lambda: 'search',
    query: z.strictObject({ ...pageQuery, ...challengeFilterFields }),
    status: 200,
    output: countedPageOf(challengeCardSchema).extend({
      organisation: organisationRefSchema
        .nullable()
        .meta({ description: 'The organisation of the filter, also where its list is empty; null without one' }),
    }),
    errors: ['invalid_cursor', 'search_not_ready'],
    sharedCacheSeconds: 2,
  },
  raiseChallenge: {
    method: 'POST',
    path: '/challenges',
    summary:
      'Raise a challenge, or launch one for an agency; opens at once unless kept as a draft, which may be unfinished',
    access: 'signed-in',
    pace: 'challenge',
    bodyLimit: bodyLimits.text,
    switch: 'challenges',
    body: newChallengeSchema,
    status: 201,
    output: challengeSchema,
    errors: [
      'too_many_requests',
      'name_required',
      'programme_restricted',
      'ward_unknown',
      'point_outside_hanoi',
      'point_not_in_ward',
      'closing_date_invalid',
      'not_organisation_member',
      'upload_missing',
      'idempotency_key_reused',
    ],
  },
  getChallenge: {
    method: 'GET',
    path: '/challenges/{id}',
    summary: 'One challenge, whole',
    access: 'anyone',
    params,
    status: 200,
    output: challengeSchema,
    errors: ['challenge_not_found'],
    sharedCacheSeconds: 2,
  },
  editChallenge: {
    method: 'PATCH',
    path: '/challenges/{id}',
    summary: 'Edit a challenge, or open a draft; refused when the version is stale',
    access: 'signed-in',
    pace: 'edit',
    bodyLimit: bodyLimits.text,
    switch: 'challenges',
    params,
    body: challengeChangeSchema,
    status: 200,
    output: challengeSchema,
    errors: [
      'challenge_not_found',
      'too_many_requests',
      'challenge_closed',
      'invalid_input',
      'version_conflict',
      'name_required',
      'programme_restricted',
      'ward_unknown',
      'point_outside_hanoi',
      'point_not_in_ward',
      'closing_date_invalid',
      'upload_missing',
    ],
  },
  discardChallenge: {
    method: 'DELETE',
    path: '/challenges/{id}',
    summary: 'Throw a draft away; nothing of it stays',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    params,
    status: 204,
    errors: ['challenge_not_found', 'challenge_not_draft'],
  },
  closeChallenge: {
    method: 'POST',
    path: '/challenges/{id}/close',
    summary: 'Close an open challenge with a reason',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    params,
    body: closeChallengeSchema,
    status: 200,
    output: challengeSchema,
    errors: ['challenge_not_found', 'challenge_not_closable'],
  },
  reopenChallenge: {
    method: 'POST',
    path: '/challenges/{id}/reopen',
    summary: 'Open a closed challenge again, with a reason and a new end; for moderators and administrators',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    switch: 'challenges',
    params,
    body: reopenChallengeSchema,
    status: 200,
    output: challengeSchema,
    errors: ['challenge_not_found', 'challenge_not_closed', 'closing_date_invalid'],
  },
} as const satisfies Contract;
