/** The orders of lists, and the names of lists that hold all of a kind. */
import { type SubjectKind, specOf } from '../subject/kinds.ts';

export const listSorts = ['new', 'top', 'trending', 'closing'] as const;
export type ListSort = (typeof listSorts)[number];

/** The list of all subjects of a kind that answers nothing. */
export function allOf(kind: SubjectKind): string {
  return specOf(kind).path;
}

/** The list of the subjects of a kind that answer `parent`. */
export function answersTo(parent: string, kind: SubjectKind): string {
  return `${specOf(kind).path}:${parent}`;
}
