/** Every word is there in both languages, and used somewhere. The types say the first already; this says it of what runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
type Words = Record<string, unknown>;

const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);
const imported = await Promise.all(files.map(async (file) => ({ file, ...(await import(`./${file}`)) })));
const modules = imported.filter((module): module is { file: string; vi: Words; en: Words } => 'vi' in module);

/** The paths of all words, `footer.rules`. */
function pathsOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return [path];
  return Object.entries(words).flatMap(([key, value]) => pathsOf(value, path ? `${path}.${key}` : key));
}

function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

function sourcesBelow(...folders: string[]): string {
  const root = join(here, '../../..');
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('.test.'))
        .map((file) => readFileSync(join(root, folder, file), 'utf8')),
    )
    .join('\n');
}
const sources = sourcesBelow('web/src', 'functions/src', 'packages/local/src', 'packages/i18n/src');

/** Whether other words take all of these: `...fieldWords.vi`. */
function isTakenWhole(file: string): boolean {
  const name = file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return sources.includes(`...${name}.vi`);
}

describe.each(modules)('$file', ({ file, vi, en }) => {
  it('says the same in both languages, and leaves nothing empty', () => {
    expect(pathsOf(en).sort()).toEqual(pathsOf(vi).sort());
    expect([...textsOf(vi), ...textsOf(en)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('says nothing that is not used', () => {
    if (isTakenWhole(file)) return;
    // Keys of a table that is looked up by a variable are used when the table is.
    const isUsed = (path: string) => path.split('.').some((key) => new RegExp(`[.?]${key}\\b`).test(sources));
    expect(pathsOf(vi).filter((path) => !isUsed(path))).toEqual([]);
  });
});
