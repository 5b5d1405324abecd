/** The short number people quote: the last eight signs of an id, which are chance, in two groups. */
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { specOf } from '@hanoi/core/subject/kinds';

/** `TT-CF17-BGHW` for a challenge, `GP-…` for a solution; the same in every language, as a number is. */
export function referenceOf(id: SubjectId): string {
  return [specOf(kindOf(id)).reference, id.slice(-8, -4), id.slice(-4)].join('-');
}
