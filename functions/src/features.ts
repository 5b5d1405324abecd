/**
 * The features of the Lambda `api`: where their contracts and handlers are. A new feature adds one line. Those of the other
 * Lambdas stand in their own entries, so that the bundle of this one is without them.
 */
import type { Features } from './http/router.ts';

export const features = {
  administration: [() => import('@hanoi/core/administration/contract'), () => import('./api/administration.ts')],
  audit: [() => import('@hanoi/core/audit/contract'), () => import('./api/audit.ts')],
  challenge: [() => import('@hanoi/core/challenge/contract'), () => import('./api/challenge.ts')],
  comment: [() => import('@hanoi/core/comment/contract'), () => import('./api/comment.ts')],
  daily: [() => import('@hanoi/core/daily/contract'), () => import('./api/daily.ts')],
  figure: [() => import('@hanoi/core/figure/contract'), () => import('./api/figure.ts')],
  flag: [() => import('@hanoi/core/flag/contract'), () => import('./api/flag.ts')],
  follow: [() => import('@hanoi/core/follow/contract'), () => import('./api/follow.ts')],
  merge: [() => import('@hanoi/core/merge/contract'), () => import('./api/merge.ts')],
  mine: [() => import('@hanoi/core/mine/contract'), () => import('./api/mine.ts')],
  moderation: [() => import('@hanoi/core/moderation/contract'), () => import('./api/moderation.ts')],
  organisation: [() => import('@hanoi/core/organisation/contract'), () => import('./api/organisation.ts')],
  person: [() => import('@hanoi/core/person/contract'), () => import('./api/person.ts')],
  programme: [() => import('@hanoi/core/programme/contract'), () => import('./api/programme.ts')],
  report: [() => import('@hanoi/core/report/contract'), () => import('./api/report.ts')],
  rule: [() => import('@hanoi/core/rule/contract'), () => import('./api/rule.ts')],
  session: [() => import('@hanoi/core/session/contract'), () => import('./api/session.ts')],
  solution: [() => import('@hanoi/core/solution/contract'), () => import('./api/solution.ts')],
  support: [() => import('@hanoi/core/support/contract'), () => import('./api/support.ts')],
  system: [() => import('@hanoi/core/system/contract'), () => import('./api/system.ts')],
  tag: [() => import('@hanoi/core/tag/contract'), () => import('./api/tag.ts')],
  timeline: [() => import('@hanoi/core/timeline/contract'), () => import('./api/timeline.ts')],
  transparency: [() => import('@hanoi/core/transparency/contract'), () => import('./api/transparency.ts')],
  viewer: [() => import('@hanoi/core/viewer/contract'), () => import('./api/viewer.ts')],
  ward: [() => import('@hanoi/core/ward/contract'), () => import('./api/ward.ts')],
} satisfies Features;
