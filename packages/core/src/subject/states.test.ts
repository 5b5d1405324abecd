/** The pictures of docs/states.md are the tables of the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commentSchema } from '../comment/schema.ts';
import { meSchema } from '../person/schema.ts';
import { statusesOf, subjectKinds } from './kinds.ts';
import { destinationsOf, movesOf } from './moves.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../docs/states.md'), 'utf8');

/** The drawing below the heading of a kind. */
function drawingOf(name: string): string {
  const section = text.split(/^## /m).find((part) => part.toLowerCase().startsWith(name));
  return section?.match(/```mermaid\n(.*?)```/s)?.[1] ?? '';
}

/** The arrows of a drawing, as `from --> to: moves`; a status that is still to come is named, and has none. */
const drawn = (name: string) =>
  [...drawingOf(name).matchAll(/^ {2}(\S+ --> .+)$/gm)].map(([, arrow]) => arrow!.replaceAll('_', '-')).sort();

function coded(kind: (typeof subjectKinds)[number]): string[] {
  const arrows = movesOf(kind).flatMap(([name, spec]) =>
    destinationsOf(kind, spec).flatMap((to) =>
      spec.from.map((status) => ({ arrow: `${status ?? '[*]'} --> ${to}`, name })),
    ),
  );
  return [...Map.groupBy(arrows, ({ arrow }) => arrow)]
    .map(([arrow, some]) => `${arrow}: ${some.map(({ name }) => name).join(', ')}`)
    .sort();
}

test.each(subjectKinds)('the moves of a %s', (kind) => expect(drawn(kind)).toEqual(coded(kind)));

test.each(subjectKinds)('every status of a %s is described', (kind) => {
  const section = text.split(/^## /m).find((part) => part.toLowerCase().startsWith(kind))!;
  expect(statusesOf(kind).filter((status) => !section.includes(`\`${status}\``))).toEqual([]);
});

/** The states of a drawing, wherever its arrows lead. */
const statesOf = (name: string) =>
  [...new Set([...drawingOf(name).matchAll(/--> (\w+)/g)].map(([, state]) => state!))].sort();

test('a comment', () => expect(statesOf('comment')).toEqual(commentSchema.shape.status.options.toSorted()));
test('a person', () => expect(statesOf('person')).toEqual(meSchema.shape.assurance.options.toSorted()));
