/** The file store of the one-machine site: uploads in a folder, written atomically; those that are withheld in another one. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ifGone } from '@hanoi/engine/gone';
import { type FileStore, withheldKey } from '@hanoi/functions/ports';

export type OpenFile = {
  size: number;
  /** Differs when the file was written again. */
  version: string;
  contentType: string;
  read(): Readable;
  close(): Promise<void>;
};

export type StoredFiles = FileStore & {
  /** The file with this key, or undefined when there is none or the key is not valid. */
  open(key: string): Promise<OpenFile | undefined>;
};

// The content type is derived from the name, and `put` checks that both match: no file can be stored that a browser would execute.
const contentTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
};

const SAFE_KEY = /^media(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}){1,6}$/;

/** Whether a key is a plain path below `media/` with a known extension. */
export function isSafeKey(key: string): boolean {
  return SAFE_KEY.test(key) && !key.includes('..') && extname(key).toLowerCase() in contentTypes;
}

/** The store in `folder`, which contains `media/`. `put` throws when the key is not safe. */
export function createFileStore(folder: string): StoredFiles {
  return {
    async put(key, bytes, contentType) {
      const expected = contentTypes[extname(key).toLowerCase()];
      if (!isSafeKey(key)) throw new Error('The file name is not allowed.');
      if (expected?.split(';')[0] !== contentType.split(';')[0])
        throw new Error('The file name does not fit its type.');
      await write(folder, key, bytes);
    },
    async get(key) {
      if (!isSafeKey(key)) return undefined;
      return (await read(folder, key)) ?? read(folder, withheldKey(key));
    },
    async withhold(keys) {
      for (const key of keys) {
        const bytes = isSafeKey(key) ? await read(folder, key) : undefined;
        if (!bytes) continue;
        await write(folder, withheldKey(key), bytes);
        await rm(join(folder, key), { force: true });
      }
    },
    async serve(keys) {
      for (const key of keys) {
        const bytes = isSafeKey(key) ? await read(folder, withheldKey(key)) : undefined;
        if (bytes) await write(folder, key, bytes);
      }
    },
    async open(key) {
      if (!isSafeKey(key)) return undefined;
      const handle = await open(join(folder, key), 'r').catch(ifNoFile);
      if (!handle) return undefined;
      const stat = await handle.stat();
      if (!stat.isFile()) return handle.close().then(() => undefined);
      return {
        size: stat.size,
        version: `${stat.size.toString(36)}-${Math.trunc(stat.mtimeMs).toString(36)}`,
        contentType: contentTypes[extname(key).toLowerCase()] ?? 'application/octet-stream',
        read: () => handle.createReadStream(),
        close: () => handle.close(),
      };
    },
  };
}

async function read(folder: string, key: string): Promise<Uint8Array | undefined> {
  return readFile(join(folder, key)).catch(ifNoFile);
}

/** Writes a file beside where it will be, and puts it there in one step. */
async function write(folder: string, key: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, key);
  await mkdir(dirname(path), { recursive: true });
  const draft = join(folder, key.split('/')[0]!, `.${randomUUID()}`);
  const handle = await open(draft, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
    await handle.close();
    await rename(draft, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** ENOTDIR: a part of the path is a file. Other errors, such as too many open files, do not mean that the file is missing. */
function ifNoFile(error: NodeJS.ErrnoException): undefined {
  return error.code === 'ENOTDIR' ? undefined : ifGone(error);
}
