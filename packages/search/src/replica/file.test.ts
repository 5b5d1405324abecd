/** The file of a replica takes no more memory the larger it is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openReplica } from './file.ts';

describe('the file of a replica', () => {
  it.each([false, true])('is read through a small cache (for reading only: %s)', (readOnly) => {
    const folder = mkdtempSync(join(tmpdir(), 'replica-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'index.sqlite');
    openReplica(file).close();
    const db = openReplica(file, { readOnly });
    onTestFinished(() => db.close());
    expect(db.prepare('PRAGMA mmap_size').get()).toEqual({ mmap_size: 0 });
    expect(db.prepare('PRAGMA cache_size').get()).toEqual({ cache_size: -16_000 });
  });
});
