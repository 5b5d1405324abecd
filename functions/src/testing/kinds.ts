/** All kinds of subject, for the tests that go through them. A new kind adds one line. */
import { type SubjectKind, specOf } from '@hanoi/core/subject/kinds';
import type { KindCase, OwnRoute } from './kind-case.ts';
import { challenge } from './kinds/challenge.ts';
import { solution } from './kinds/solution.ts';

export const kindCases: { [Kind in SubjectKind]: KindCase<Kind> } = {
  challenge,
  solution,
};

/** The routes of all kinds' own contracts, by name. */
export const ownRoutes: Record<string, OwnRoute> = Object.assign(
  {},
  ...Object.values(kindCases).map((one) => one.routes),
);

/** What is sent to a route about a subject of the version; undefined for one that takes no body. */
export function bodyFor(route: string, version: number): object | undefined {
  if (route.startsWith('commentOn')) return { body: 'Đúng vậy' };
  if (isSupportMove(route)) return { move: true };
  return isReport(route) ? { reason: 'spam' } : ownRoutes[route]?.body?.(version);
}

/** Whether a route moves one's support from what was merged. */
export function isSupportMove(route: string): boolean {
  return /^move.+Support$/.test(route);
}

/** Whether a route takes reports: of what others made. */
export function isReport(route: string): boolean {
  return route.startsWith('report');
}

/** The kind of subject whose id a path takes: `/challenges/{id}/…`. */
export function kindOfPath(path: string): SubjectKind | undefined {
  return (Object.keys(kindCases) as SubjectKind[]).find((kind) => path.startsWith(`/${specOf(kind).path}/{id}`));
}
