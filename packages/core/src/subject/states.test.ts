/** The pictures of docs/states.md are the tables of the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transitions as ofChallenge } from '../challenge/rules.ts';
import { commentSchema } from '../comment/schema.ts';
import { meSchema } from '../person/schema.ts';
import { transitions as ofSolution } from '../solution/rules.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../docs/states.md'), 'utf8');
const pictures = [...text.matchAll(/```mermaid\n(.*?)```/gs)].map(([, picture]) => picture!);

/** The arrows of a picture as `from --> to`; the first states have none before them. */
function drawn(picture: string): string[] {
  const arrows = [...picture.matchAll(/^ {2}(\w+) --> (\w+)$/gm)];
  return arrows.map(([, from, to]) => `${from} --> ${to}`.replaceAll('_', '-')).sort();
}

function coded(transitions: Record<string, readonly string[]>): string[] {
  return Object.entries(transitions)
    .flatMap(([from, states]) => states.map((to) => `${from} --> ${to}`))
    .sort();
}

/** The states of a picture, wherever its arrows lead. */
function statesOf(picture: string): string[] {
  return [...new Set([...picture.matchAll(/--> (\w+)$/gm)].map(([, state]) => state!))].sort();
}

test('a challenge', () => expect(drawn(pictures[0]!)).toEqual(coded(ofChallenge)));
test('a solution', () => expect(drawn(pictures[1]!)).toEqual(coded(ofSolution)));
test('a comment', () => expect(statesOf(pictures[2]!)).toEqual(commentSchema.shape.status.options.toSorted()));
test('a person', () => expect(statesOf(pictures[3]!)).toEqual(meSchema.shape.assurance.options.toSorted()));
