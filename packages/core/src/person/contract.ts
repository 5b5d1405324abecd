/** One's own account and things over HTTP. */
import { challengeCardSchema } from '../challenge/schema.ts';
import { commentSchema } from '../comment/schema.ts';
import type { Contract } from '../shared/endpoint.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { solutionCardSchema } from '../solution/schema.ts';
import { meChangeSchema, meSchema } from './schema.ts';

const mine = { method: 'GET', access: 'signed-in', query: z.strictObject(pageQuery), status: 200 } as const;
const subjectCardSchema = z.union([challengeCardSchema, solutionCardSchema]);

export const personContract = {
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'The signed-in person',
    access: 'signed-in',
    status: 200,
    output: meSchema,
  },
  editMe: {
    method: 'PATCH',
    path: '/me',
    summary: 'Change the name shown, the language or the ward',
    access: 'signed-in',
    body: meChangeSchema,
    status: 200,
    output: meSchema,
    errors: ['version_conflict', 'ward_unknown'],
  },
  listMyChallenges: {
    ...mine,
    path: '/me/challenges',
    summary: 'Challenges of one’s own, drafts too',
    output: pageOf(challengeCardSchema),
  },
  listMySolutions: {
    ...mine,
    path: '/me/solutions',
    summary: 'Solutions of one’s own, drafts too',
    output: pageOf(solutionCardSchema),
  },
  listMyComments: { ...mine, path: '/me/comments', summary: 'Comments of one’s own', output: pageOf(commentSchema) },
  listMySupport: {
    ...mine,
    path: '/me/support',
    summary: 'Challenges and solutions one supports',
    output: pageOf(subjectCardSchema),
  },
  listMyFollows: {
    ...mine,
    path: '/me/follows',
    summary: 'Challenges and solutions one follows',
    output: pageOf(subjectCardSchema),
  },
} as const satisfies Contract;
