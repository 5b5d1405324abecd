/** Every file a document links to is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });

it('has documents', () => expect(documents.length).toBeGreaterThan(20));

it.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g)]
    .map(([, path]) => path!)
    .filter((path) => !path.includes('{'));
  expect(links.filter((path) => !existsSync(resolve(root, dirname(document), path)))).toEqual([]);
});
