/** The error catalogue: every code of every feature and its HTTP status. A new feature adds one line. */
import { challengeErrors } from './challenge/errors.ts';
import { commentErrors } from './comment/errors.ts';
import { flagErrors } from './flag/errors.ts';
import { identityErrors } from './identity/errors.ts';
import { organisationErrors } from './organisation/errors.ts';
import { personErrors } from './person/errors.ts';
import { sharedErrors } from './shared/errors.ts';
import { solutionErrors } from './solution/errors.ts';
import { supportErrors } from './support/errors.ts';
import { uploadErrors } from './upload/errors.ts';
import { wardErrors } from './ward/errors.ts';

export const errorCatalogue = {
  ...sharedErrors,
  ...challengeErrors,
  ...commentErrors,
  ...flagErrors,
  ...identityErrors,
  ...organisationErrors,
  ...personErrors,
  ...solutionErrors,
  ...supportErrors,
  ...uploadErrors,
  ...wardErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
