/** Challenges over HTTP. */
import { bodyOfText, type Contract } from '../api/endpoint.ts';
import { textLimits } from '../card/schema.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
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
    query: z.strictObject({ ...pageQuery, ...challengeFilterFields }),
    status: 200,
    output: pageOf(challengeCardSchema),
    sharedCacheSeconds: 2,
  },
  raiseChallenge: {
    method: 'POST',
    path: '/challenges',
    summary: 'Raise a challenge, or launch one for an agency; opens at once unless kept as a draft',
    access: 'signed-in',
    switch: 'challenges',
    body: newChallengeSchema,
    bodyBytes: bodyOfText(textLimits.body[1]),
    status: 201,
    output: challengeSchema,
    errors: [
      'too_many_requests',
      'programme_restricted',
      'ward_unknown',
      'point_outside_hanoi',
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
    switch: 'challenges',
    params,
    body: challengeChangeSchema,
    bodyBytes: bodyOfText(textLimits.body[1]),
    status: 200,
    output: challengeSchema,
    errors: [
      'challenge_not_found',
      'challenge_closed',
      'version_conflict',
      'programme_restricted',
      'ward_unknown',
      'point_outside_hanoi',
      'closing_date_invalid',
      'upload_missing',
    ],
  },
  closeChallenge: {
    method: 'POST',
    path: '/challenges/{id}/close',
    summary: 'Close an open challenge with a reason',
    access: 'signed-in',
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
    switch: 'challenges',
    params,
    body: reopenChallengeSchema,
    status: 200,
    output: challengeSchema,
    errors: ['challenge_not_found', 'challenge_not_closed', 'closing_date_invalid'],
  },
} as const satisfies Contract;
