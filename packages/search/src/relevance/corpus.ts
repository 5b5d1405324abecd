/** The labelled set (`relevance/`) as a replica in memory. */

import corpus from '../../relevance/corpus.json' with { type: 'json' };
import { openAnswers } from '../answers.ts';
import type { Document, Texts } from '../document.ts';
import { openWriter } from '../replica/apply.ts';
import { openReplica } from '../replica/file.ts';

type Entry = (typeof corpus)[number];

/** Ids of the set are short; those of the network say their kind. */
const prefixes: Record<string, string> = { c: 'chl', s: 'sol', m: 'cmt', o: 'org' };

/** The id in the replica of `c001`. */
export function idOf(short: string): string {
  return `${prefixes[short[0]!]}_01JDB8N0P4X7K2M9QW5T${short.slice(1).padStart(6, '0')}`;
}

/** What is answered from the labelled texts. */
export function openLabelled() {
  const db = openReplica(':memory:');
  openWriter(db).apply((corpus as Entry[]).map((entry) => ({ document: documentOf(entry), texts: textsOf(entry) })));
  return openAnswers(db);
}

function documentOf(entry: Entry): Document {
  const id = idOf(entry.id);
  const kind = entry.kind as Document['kind'];
  return {
    id,
    kind,
    revision: 1,
    version: 1,
    parent: entry.parent ? idOf(entry.parent) : null,
    open: true,
    programme: entry.programme,
    ward: entry.ward,
    status: entry.status,
    origin: 'raised',
    organisation: null,
    publishedAt: '2026-11-01T00:00:00.000Z',
    year: 2026,
    closesAt: null,
    tags: entry.tags,
    counts: { support: 0, comments: 0, solutions: 0 } as Document['counts'],
    trend: 0,
    row: { id, title: entry.title, tags: entry.tags },
  };
}

function textsOf({ title, summary, body }: Entry): Texts {
  return { title, summary, body: body.replace(/\s+/g, ' ') };
}
