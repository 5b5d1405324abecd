/** The short number people quote: the last eight signs of an id, which are chance, in two groups. */
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import type { SubjectKind } from '@hanoi/core/subject/kinds';

const prefixes: Record<SubjectKind, string> = { challenge: 'TT', solution: 'GP' };

/** `TT-CF17-BGHW` for a challenge, `GP-…` for a solution; the same in every language, as a number is. */
export function referenceOf(id: SubjectId): string {
  return [prefixes[kindOf(id)], id.slice(-8, -4), id.slice(-4)].join('-');
}
