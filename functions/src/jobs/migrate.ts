/**
 * Job: runs the migrations, where they were left. Called by hand after a deployment, with `{ dryRun: true }` to count only,
 * with `{ again: true }` to begin again; while it answers `done: false`, it is called once more, without `again`.
 */
import { migrations } from '@hanoi/core/migration/list';
import { type Migrated, runMigrations } from '@hanoi/core/migration/service';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; the next run continues where this one stops. */
const longest = 12 * minute;

export const handler = jobOf('migrate', async (ctx, event): Promise<{ done: boolean; migrations: Migrated[] }> => {
  const { dryRun, again } = (event ?? {}) as { dryRun?: unknown; again?: unknown };
  const run = { isDry: dryRun === true, isAgain: again === true, until: after(ctx.now(), longest) };
  const migrated = await runMigrations(ctx, migrations, run);
  return { done: migrated.every(({ isDone }) => isDone), migrations: migrated };
});
