/** Figures of days as a table: one row a figure, with today, yesterday, the same day a week ago, and the seven days before today. */
import { cameNames, type DayFigures } from '@hanoi/core/daily/schema';
import type { Language } from '@hanoi/core/person/schema';
import { after, day, hanoiDay, hour } from '@hanoi/core/shared/time';
import * as messages from '@hanoi/i18n/admin-figures';
import { formatNumber } from '@hanoi/i18n/language';

export type DayRow = { name: string; cells: [today: string, yesterday: string, weekBefore: string, sevenDays: string] };

/** The rows of what came and of what waits, and when today was counted last; null where it was not. */
export function dayRows(items: readonly DayFigures[], now: Date, language: Language) {
  const t = messages[language];
  const daysAgo = (days: number) => items.find((one) => one.day === hanoiDay(after(now, -days * day)));
  const compared = [0, 1, 7].map(daysAgo);
  const before = [1, 2, 3, 4, 5, 6, 7].flatMap((days) => daysAgo(days) ?? []);
  const told = (value: number | undefined) => (value === undefined ? '–' : formatNumber(language, value));
  const row = (name: string, read: (figures: DayFigures) => string | undefined, sum = ''): DayRow => {
    const [today, yesterday, weekBefore] = compared.map((one) => (one && read(one)) ?? '–') as [string, string, string];
    return { name, cells: [today, yesterday, weekBefore, sum] };
  };
  const came = cameNames.map((name) => {
    const sum = before.length === 0 ? undefined : before.reduce((all, figures) => all + figures[name], 0);
    return row(t.came[name], (figures) => told(figures[name]), told(sum));
  });
  const waits = [
    row(t.openItems, ({ waits }) => told(waits?.openItems)),
    row(t.oldestItem, (figures) => {
      const hours = waitOf(figures);
      return hours === undefined ? undefined : t.wait(hours);
    }),
    row(t.failedJobs, ({ waits }) => told(waits?.failedJobs)),
  ];
  return { came, waits, updatedAt: compared[0]?.updatedAt ?? null };
}

/** How long the oldest item had waited when it was counted, in hours; nothing where none waited. */
function waitOf({ waits, updatedAt }: DayFigures): number | undefined {
  return waits?.oldestItemAt ? (Date.parse(updatedAt) - Date.parse(waits.oldestItemAt)) / hour : undefined;
}
