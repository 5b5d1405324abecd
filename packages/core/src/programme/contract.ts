/** The programmes over HTTP: everybody reads them, administrators keep them. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { z } from '../shared/zod.ts';
import {
  newProgrammeSchema,
  programmeChangeSchema,
  programmeChangesSchema,
  programmeCodeSchema,
  programmeSchema,
  retirementSchema,
} from './schema.ts';

const access = ['administrator'] as const;
const changes = {
  access,
  params: z.strictObject({ code: programmeCodeSchema }),
  pace: 'free',
  bodyLimit: bodyLimits.small,
  status: 200,
  output: programmeSchema,
} as const;

export const programmeContract = {
  listProgrammes: {
    method: 'GET',
    path: '/programmes',
    summary: 'All programmes in their order, those that were retired too',
    access: 'anyone',
    status: 200,
    output: z.object({ items: z.array(programmeSchema), nextCursor: z.null() }),
    sharedCacheSeconds: 10,
  },
  createProgramme: {
    method: 'POST',
    path: '/programmes',
    summary: 'Make a programme; everybody meets it within a minute',
    access,
    pace: 'free',
    bodyLimit: bodyLimits.small,
    body: newProgrammeSchema,
    status: 201,
    output: programmeSchema,
    errors: ['programme_exists', 'programmes_too_many'],
  },
  changeProgramme: {
    ...changes,
    method: 'PATCH',
    path: '/programmes/{code}',
    summary: 'Rename a programme, or change its description, its term, its place, who posts in it',
    body: programmeChangeSchema,
    errors: ['programme_not_found', 'version_conflict'],
  },
  retireProgramme: {
    ...changes,
    method: 'PUT',
    path: '/programmes/{code}/retirement',
    summary: 'Retire a programme: nothing new is raised in it, what is there stays',
    body: retirementSchema,
    errors: ['programme_not_found', 'version_conflict'],
  },
  restoreProgramme: {
    ...changes,
    method: 'DELETE',
    path: '/programmes/{code}/retirement',
    summary: 'Bring a retired programme back',
    body: retirementSchema,
    errors: ['programme_not_found', 'version_conflict'],
  },
  getProgrammeChanges: {
    method: 'GET',
    path: '/admin/programmes',
    summary: 'The programmes as they are at this moment, and the latest changes: who, when, why',
    access,
    status: 200,
    output: programmeChangesSchema,
  },
} as const satisfies Contract;
