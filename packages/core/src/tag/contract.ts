/** Renaming and merging tags over HTTP. Which tags there are is answered by the search. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { newTagNameSchema, tagChangesSchema } from './schema.ts';

const access = ['administrator'] as const;

export const tagContract = {
  getTagChanges: {
    method: 'GET',
    path: '/admin/tags/changes',
    summary: 'Which tags were renamed or merged: who, when, why',
    access,
    status: 200,
    output: tagChangesSchema,
  },
  renameTag: {
    method: 'POST',
    path: '/admin/tags/changes',
    summary: 'Rename a tag, or merge it into another; its former name still finds what carried it',
    access,
    pace: 'free',
    bodyLimit: bodyLimits.small,
    body: newTagNameSchema,
    status: 200,
    output: tagChangesSchema,
    errors: ['tags_too_many', 'version_conflict'],
  },
} as const satisfies Contract;
