/** Solutions over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import {
  newSolutionSchema,
  solutionCardSchema,
  solutionChangeSchema,
  solutionSchema,
  solutionSorts,
} from './schema.ts';

const challengeParams = z.strictObject({ id: idSchema('challenge') });
const params = z.strictObject({ id: idSchema('solution') });

export const solutionContract = {
  listAllSolutions: {
    method: 'GET',
    path: '/solutions',
    summary: 'The solutions submitted anywhere in the city, by newest or most supported',
    access: 'anyone',
    query: z.strictObject({ ...pageQuery, sort: z.enum(solutionSorts).default('new') }),
    status: 200,
    output: pageOf(solutionCardSchema),
    sharedCacheSeconds: 2,
  },
  listSolutions: {
    method: 'GET',
    path: '/challenges/{id}/solutions',
    summary: 'The solutions submitted to a challenge',
    access: 'anyone',
    params: challengeParams,
    query: z.strictObject({ ...pageQuery, sort: z.enum(solutionSorts).default('top') }),
    status: 200,
    output: pageOf(solutionCardSchema),
    errors: ['challenge_not_found'],
    sharedCacheSeconds: 2,
  },
  draftSolution: {
    method: 'POST',
    path: '/challenges/{id}/solutions',
    summary: 'Begin a solution to an open challenge, as a draft',
    access: 'signed-in',
    pace: 'solution',
    bodyLimit: bodyLimits.text,
    switch: 'solutions',
    params: challengeParams,
    body: newSolutionSchema,
    status: 201,
    output: solutionSchema,
    errors: [
      'too_many_requests',
      'challenge_not_found',
      'challenge_not_open',
      'not_organisation_member',
      'upload_missing',
      'idempotency_key_reused',
    ],
  },
  getSolution: {
    method: 'GET',
    path: '/solutions/{id}',
    summary: 'One solution, whole',
    access: 'anyone',
    params,
    status: 200,
    output: solutionSchema,
    errors: ['solution_not_found'],
    sharedCacheSeconds: 2,
  },
  editSolution: {
    method: 'PATCH',
    path: '/solutions/{id}',
    summary: 'Edit a draft or submitted solution; refused when the version is stale',
    access: 'signed-in',
    pace: 'edit',
    bodyLimit: bodyLimits.text,
    switch: 'solutions',
    params,
    body: solutionChangeSchema,
    status: 200,
    output: solutionSchema,
    errors: ['solution_not_found', 'solution_not_editable', 'challenge_not_open', 'version_conflict', 'upload_missing'],
  },
  submitSolution: {
    method: 'POST',
    path: '/solutions/{id}/submit',
    summary: 'Submit a draft solution',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    switch: 'solutions',
    params,
    status: 200,
    output: solutionSchema,
    errors: ['solution_not_found', 'solution_not_draft', 'challenge_not_open'],
  },
  withdrawSolution: {
    method: 'POST',
    path: '/solutions/{id}/withdraw',
    summary: 'Withdraw a draft or submitted solution',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    params,
    status: 200,
    output: solutionSchema,
    errors: ['solution_not_found', 'solution_not_withdrawable'],
  },
} as const satisfies Contract;
