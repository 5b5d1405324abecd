/** Adding up figures, row by row. Pure. */

import { countsOf, type StoredCard } from '../card/stored.ts';
import { programmeCodes } from '../programme/schema.ts';
import type { Figures } from './schema.ts';

/** The fields of a list row that figures need; the last two held the counters before `counts` did. */
export const countedFields = ['status', 'programme', 'ward', 'counts', 'support', 'comments'] as const;
export type CountedRow = Pick<StoredCard, 'status' | 'programme' | 'ward' | 'counts'>;

/** The figures of an empty city. */
export function noFigures(): Figures {
  return {
    challenges: 0,
    open: 0,
    solutions: 0,
    comments: 0,
    support: 0,
    byWard: {},
    byProgramme: Object.fromEntries(programmeCodes.map((code) => [code, 0])) as Figures['byProgramme'],
    updatedAt: null,
  };
}

/** Adds a public challenge to the figures. */
export function addChallenge(figures: Figures, row: CountedRow): void {
  figures.challenges++;
  if (row.status === 'open') figures.open++;
  figures.byProgramme[row.programme]++;
  if (row.ward) figures.byWard[row.ward] = (figures.byWard[row.ward] ?? 0) + 1;
  addCounts(figures, row);
}

/** Adds a public solution to the figures. */
export function addSolution(figures: Figures, row: CountedRow): void {
  figures.solutions++;
  addCounts(figures, row);
}

function addCounts(figures: Figures, row: CountedRow): void {
  const { comments, support } = countsOf(row);
  figures.comments += comments;
  figures.support += support;
}
