/** Brings a data folder that an older version made up to date, before the site opens on it. */
import type { Log } from '@hanoi/engine/log';

type Answer = { done: boolean; migrations: readonly { id: string; changed: number; failed: number }[] };

/**
 * Runs the migrations to their end, which takes a moment where there is nothing to change. An item that can't be changed
 * is logged, and the site opens anyway: the code reads what was before, and the next start tries again.
 */
export async function upgrade(migrate: () => Promise<unknown>, log: Log): Promise<void> {
  for (;;) {
    const { done, migrations } = (await migrate()) as Answer;
    const changed = migrations.reduce((sum, migration) => sum + migration.changed, 0);
    if (changed > 0) log.warn(`Brought ${changed} items of an older version up to date.`);
    const failed = migrations.filter((migration) => migration.failed > 0);
    for (const { id, failed: count } of failed)
      log.error(`The migration ${id} could not change ${count} items: npm run migrate says which.`);
    if (done || failed.length > 0) return;
  }
}
