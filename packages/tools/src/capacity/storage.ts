/** What is kept: bytes measured of each action, times how often it is done. Pure. */
import type { Assumptions } from './assumptions.ts';
import { monthOf } from './demand.ts';
import { type ActionName, actionNames, type Measurements } from './measure.ts';

const gb = 1_000_000_000;

export type Kept = {
  /** GB in the table, its indexes counted. */
  tableGb: number;
  picturesGb: number;
  byAction: { name: ActionName; items: number; gb: number }[];
  subjects: number;
  votes: number;
};

/** What has been kept after some months. */
export function keptAfter(months: number, a: Assumptions, measured: Measurements): Kept {
  const counts = monthOf(a);
  const byAction = actionNames
    .map((name) => {
      const { items, bytes, indexBytes } = measured.actions[name].stored;
      const times = counts[name] * months;
      return { name, items: items * times, gb: ((bytes + indexBytes) * times) / gb };
    })
    .filter(({ items }) => items > 0);
  const subjects = a.itemsPerMonth * months;
  return {
    tableGb: byAction.reduce((sum, part) => sum + part.gb, 0),
    picturesGb: (subjects * a.picturesPerItem * a.storedPictureKb * 1_000) / gb,
    byAction,
    subjects,
    votes: counts.support * months,
  };
}
