/** The data folder that is kept: what of one goes into the repository, and how it comes out again. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Where the kept folders are, one for each release that changed what is stored. */
export const keptFolders = join(import.meta.dirname, '../../fixtures/data-folders');
/** Beside a kept folder: what its own version answered. */
export const expectedFile = 'expected.json';

/** Not kept: secrets, mails, and who holds the folder just now. */
const leftOut = ['identity-provider.json', 'mail', 'instance.json', 'instance.lock'];

/** Items not kept: sessions, and what is gone within a day in any case. */
const shortLived = `substr(sk, 3, 8) = 'SESSION#' OR substr(pk, 3, 5) = 'CODE#' OR substr(pk, 3, 5) = 'OIDC#'
  OR substr(pk, 3, 6) = 'LIMIT#' OR substr(pk, 3, 11) = 'IDEMPOTENT#'`;

/** Packs the folder of a site that was stopped: its databases compressed, all else as it is. Changes the folder. */
export function packFolder(dataDir: string, kept: string): void {
  forget(join(dataDir, 'table.sqlite'));
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(dataDir).filter((name) => !leftOut.includes(name))) {
    const [from, to] = [join(dataDir, name), join(kept, name)];
    if (name.endsWith('.sqlite')) writeFileSync(`${to}.gz`, gzipSync(readFileSync(from), { level: 9 }));
    else cpSync(from, to, { recursive: true });
  }
}

/** Makes a data folder of a kept one. */
export function unpackFolder(kept: string, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  for (const name of readdirSync(kept).filter((name) => name !== expectedFile)) {
    const from = join(kept, name);
    if (name.endsWith('.gz'))
      writeFileSync(join(dataDir, name.slice(0, -'.gz'.length)), gunzipSync(readFileSync(from)));
    else cpSync(from, join(dataDir, name), { recursive: true });
  }
}

/** Takes what is short-lived out of the engine's file, also from its free pages. */
function forget(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`DELETE FROM "hanoi-ideas" WHERE ${shortLived}; VACUUM`);
  } finally {
    database.close();
  }
}
