/** Search over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { countedTagSchema, tagsQuery } from '../tag/schema.ts';
import {
  alikeAnswerSchema,
  draftToCompareSchema,
  questionSchema,
  searchAnswerSchema,
  searchQueryFields,
  suggestAnswerSchema,
} from './schema.ts';

export const searchContract = {
  search: {
    method: 'GET',
    path: '/search',
    summary: 'Find challenges, solutions, comments and organisations by words, filters or both',
    access: 'anyone',
    lambda: 'search',
    query: z.strictObject({ ...pageQuery, ...searchQueryFields }),
    status: 200,
    output: searchAnswerSchema,
    errors: ['invalid_cursor', 'search_not_ready'],
    sharedCacheSeconds: 2,
  },
  suggest: {
    method: 'GET',
    path: '/search/suggest',
    summary: 'What somebody who types this may be looking for: at most eight titles, organisations, tags and wards',
    access: 'anyone',
    lambda: 'search',
    query: z.strictObject({ q: questionSchema }),
    status: 200,
    output: suggestAnswerSchema,
    errors: ['search_not_ready'],
    sharedCacheSeconds: 10,
  },
  listTags: {
    method: 'GET',
    path: '/admin/tags',
    summary: 'The tags that public subjects carry, with how many carry each',
    access: ['administrator'],
    lambda: 'search',
    query: tagsQuery,
    status: 200,
    output: pageOf(countedTagSchema),
    errors: ['invalid_cursor', 'search_not_ready'],
  },
  findAlikeChallenges: {
    method: 'POST',
    path: '/challenges/similar',
    summary: 'At most five public challenges that may be about the same thing as a draft; it is kept nowhere',
    access: 'anyone',
    lambda: 'search',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    writesNothing: true,
    body: draftToCompareSchema,
    status: 200,
    output: alikeAnswerSchema,
    errors: ['search_not_ready'],
  },
  findAlikeSolutions: {
    method: 'POST',
    path: '/challenges/{id}/solutions/similar',
    summary: 'At most five solutions of the challenge that may say the same as a draft; it is kept nowhere',
    access: 'anyone',
    lambda: 'search',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    writesNothing: true,
    params: z.strictObject({ id: idSchema('challenge') }),
    body: draftToCompareSchema,
    status: 200,
    output: alikeAnswerSchema,
    errors: ['challenge_not_found', 'search_not_ready'],
  },
} as const satisfies Contract;
