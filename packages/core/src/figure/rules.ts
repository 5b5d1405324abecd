/** Adding up figures, row by row. Pure. */

import { countsOf, type StoredCard } from '../card/stored.ts';
import type { SubjectTotal } from '../search/port.ts';
import { counters, kindPaths, kinds, type PathOf, type SubjectKind } from '../subject/kinds.ts';
import type { Figures } from './schema.ts';

/** The fields of a list row that figures need; the counters stood by themselves before there was `counts`. */
export const countedFields = ['status', 'programme', 'ward', 'counts', ...counters] as const;
export type CountedRow = Pick<StoredCard, 'status' | 'programme' | 'ward' | 'counts'>;

/** The figures of an empty city. */
export function noFigures(): Figures {
  return {
    ...(Object.fromEntries(kindPaths.map((path) => [path, 0])) as Record<PathOf<SubjectKind>, number>),
    open: 0,
    comments: 0,
    support: 0,
    byWard: {},
    byProgramme: {},
    updatedAt: null,
  };
}

/** Adds a public subject of a kind to the figures. */
export function addSubject(figures: Figures, kind: SubjectKind, row: CountedRow): void {
  const { status, programme, ward } = row;
  const { comments, support } = countsOf(row);
  addTotal(figures, { kind, status, programme, ward, subjects: 1, comments, support });
}

/** Adds public subjects that have kind, status, programme and ward in common. */
export function addTotal(figures: Figures, total: SubjectTotal): void {
  const { kind, status, programme, ward, subjects } = total;
  figures[kinds[kind].path] += subjects;
  figures.comments += total.comments;
  figures.support += total.support;
  // About challenges alone: the map and the programmes lead to lists of challenges, and "open" to those that take solutions.
  if (kind !== 'challenge') return;
  if (status === 'open') figures.open += subjects;
  if (programme) figures.byProgramme[programme] = (figures.byProgramme[programme] ?? 0) + subjects;
  if (ward) figures.byWard[ward] = (figures.byWard[ward] ?? 0) + subjects;
}
