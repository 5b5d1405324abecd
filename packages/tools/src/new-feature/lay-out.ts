/** Writes what was planned: files of its own, and the lines that register it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './name.ts';

/** Reads a file of the project. */
export type Read = (path: string) => string;

export type Plan = {
  name: string;
  /** Its folder, which must not be there yet. */
  folder: string;
  /** The texts of its own files, by path. */
  files: Record<string, string>;
  /** What is changed in files of others, by path. */
  edits: Record<string, (text: string) => string>;
};

export type LaidOut = { made: string[]; changed: string[] };

/** The reader of the project at `root`. */
export const readerOf =
  (root: string): Read =>
  (path) =>
    readFileSync(join(root, path), 'utf8');

/**
 * Lays out what is planned below `root`. All is worked out before anything is written, so that a refusal changes nothing.
 * Throws Refusal when something of that name is there.
 */
export function layOut(root: string, { name, folder, files, edits }: Plan): LaidOut {
  const there = [folder, ...Object.keys(files)].find((path) => existsSync(join(root, path)));
  if (there) throw new Refusal(`There is something called ${name} already: ${there}`);
  const read = readerOf(root);
  const changed = Object.entries(edits).map(([path, edit]) => [path, edit(read(path))] as const);
  for (const [path, text] of [...Object.entries(files), ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { made: Object.keys(files), changed: Object.keys(edits) };
}
