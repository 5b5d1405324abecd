/**
 * The features of the Lambda `api` and where their handlers are. A new feature adds one line. Those of the other Lambdas
 * stand in their own entries, so that the bundle of this one is without them.
 */
import { contracts } from '@hanoi/core/contracts';
import type { FeatureRoutes } from './http/router.ts';

export const features: readonly FeatureRoutes[] = [
  { contract: contracts.administration, load: () => import('./api/administration.ts') },
  { contract: contracts.audit, load: () => import('./api/audit.ts') },
  { contract: contracts.challenge, load: () => import('./api/challenge.ts') },
  { contract: contracts.comment, load: () => import('./api/comment.ts') },
  { contract: contracts.figure, load: () => import('./api/figure.ts') },
  { contract: contracts.flag, load: () => import('./api/flag.ts') },
  { contract: contracts.follow, load: () => import('./api/follow.ts') },
  { contract: contracts.mine, load: () => import('./api/mine.ts') },
  { contract: contracts.moderation, load: () => import('./api/moderation.ts') },
  { contract: contracts.person, load: () => import('./api/person.ts') },
  { contract: contracts.programme, load: () => import('./api/place.ts') },
  { contract: contracts.report, load: () => import('./api/report.ts') },
  { contract: contracts.session, load: () => import('./api/session.ts') },
  { contract: contracts.solution, load: () => import('./api/solution.ts') },
  { contract: contracts.support, load: () => import('./api/support.ts') },
  { contract: contracts.system, load: () => import('./api/system.ts') },
  { contract: contracts.transparency, load: () => import('./api/transparency.ts') },
  { contract: contracts.timeline, load: () => import('./api/timeline.ts') },
  { contract: contracts.viewer, load: () => import('./api/viewer.ts') },
  { contract: contracts.ward, load: () => import('./api/place.ts') },
];
