/** Makes a replica anew beside the one that serves, and then puts it in its place. */
import { renameSync } from 'node:fs';
import type { Ctx } from '@hanoi/core/shared/context';
import { createFollower } from '../follow/follower.ts';
import { openReplica, removeReplica } from './file.ts';
import { optimise } from './optimise.ts';

type Options = { file: string; ctx: () => Ctx; onProgress?: (applied: number) => void };

/**
 * Reads all that is public into a second file, and renames it to `file` when it is whole. Who has the former one open goes on
 * reading that, and finds the new one by its number (`fileNumber`). Resolves to the number of things in it.
 */
export async function rebuildReplica({ file, ctx, onProgress }: Options): Promise<number> {
  const path = `${file}.new`;
  removeReplica(path);
  const db = openReplica(path);
  try {
    const { catchUp } = createFollower({ db, ctx, onProgress });
    const applied = await catchUp();
    optimise(db);
    // In one file, so that nothing of it stays behind when it is renamed.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;');
    db.close();
    removeReplica(file);
    renameSync(path, file);
    return applied;
  } catch (error) {
    if (db.isOpen) db.close();
    removeReplica(path);
    throw error;
  }
}
