/** Adding up figures, row by row. Pure. */

import { countsOf, type StoredCard } from '../card/stored.ts';
import { programmeCodes } from '../programme/schema.ts';
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
    byProgramme: Object.fromEntries(programmeCodes.map((code) => [code, 0])) as Figures['byProgramme'],
    updatedAt: null,
  };
}

/** Adds a public subject of a kind to the figures. */
export function addSubject(figures: Figures, kind: SubjectKind, row: CountedRow): void {
  figures[kinds[kind].path]++;
  const { comments, support } = countsOf(row);
  figures.comments += comments;
  figures.support += support;
  // About challenges alone: the map and the programmes lead to lists of challenges, and "open" to those that take solutions.
  if (kind !== 'challenge') return;
  if (row.status === 'open') figures.open++;
  if (row.programme) figures.byProgramme[row.programme]++;
  if (row.ward) figures.byWard[row.ward] = (figures.byWard[row.ward] ?? 0) + 1;
}
