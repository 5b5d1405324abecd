/** Rows of a replica as the API answers them. */
import type { DatabaseSync } from 'node:sqlite';
import { imageOf, type StoredImage } from '@hanoi/core/card/image';
import type { Card } from '@hanoi/core/card/schema';
import { type Counts, cardOf, countsOf } from '@hanoi/core/card/stored';
import type { Found } from '@hanoi/core/search/schema';
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { type OrganisationRef, organisationRefSchema } from '@hanoi/core/shared/membership';
import type { Item } from '@hanoi/core/shared/table';
import { specOf } from '@hanoi/core/subject/kinds';
import { excerpt, marked, type Wanted, wantedAmong, wantedIn, wantedNumbers } from '../query/mark.ts';
import { openSaid, type Said } from '../replica/said.ts';
import { openSpellings } from '../replica/spellings.ts';

type Stored = {
  id: string;
  kind: Found['kind'];
  parent: string | null;
  status: string | null;
  programme: Found['programme'];
  ward: string | null;
  published: string | null;
  counts: string | null;
  title: string;
  summary: string;
  body: string;
  row: string;
};

export type FoundReader = {
  /** What is found under these numbers, in their order; what has just gone is left out. */
  found(numbers: readonly number[], wanted: Wanted): Found[];
  /** Cards, as lists answer them. */
  cards<C extends Card>(numbers: readonly number[]): C[];
  /** The organisation that a filter names; null where there is none, or no filter. */
  organisation(id: string | undefined): OrganisationRef | null;
};

/** Reads answers from the replica in `db`. */
export function openFoundReader(db: DatabaseSync): FoundReader {
  const read = db.prepare(
    `SELECT d.id, d.kind, d.parent, d.status, d.programme, d.ward, d.published, d.counts,
       c.title, c.summary, c.body, c.row FROM doc d JOIN content c ON c.n = d.n WHERE d.n = ?`,
  );
  // Without the body, which is most of what is stored.
  const readCard = db.prepare(
    'SELECT d.counts, c.title, c.summary, c.row FROM doc d JOIN content c ON c.n = d.n WHERE d.n = ?',
  );
  const titleOf = db.prepare('SELECT c.title FROM doc d JOIN content c ON c.n = d.n WHERE d.id = ?');
  const organisationRow = db.prepare(
    "SELECT c.row FROM doc d JOIN content c ON c.n = d.n WHERE d.id = ? AND d.kind = 'organisation' AND d.shown = 1",
  );
  const stored = (n: number) => read.get(n) as Stored | undefined;
  const parentOf = (id: string | null): Found['parent'] => {
    const title = id && (titleOf.get(id) as { title: string } | undefined)?.title;
    return title ? { kind: kindOf(id as SubjectId), id, title } : null;
  };
  const said = openSaid(db);
  const spellings = openSpellings(db);
  return {
    found(numbers, wanted) {
      const look = { wanted, spelt: wantedNumbers(wanted, spellings) };
      return numbers.flatMap((n) => {
        const row = stored(n);
        return row ? [foundOf(row, parentOf(row.parent), htmlOf(row, said(n), look))] : [];
      });
    },
    cards: <C extends Card>(numbers: readonly number[]) =>
      numbers.flatMap((n) => {
        const row = readCard.get(n) as StoredCard | undefined;
        return row ? [cardOfRow<C>(row)] : [];
      }),
    organisation(id) {
      const found = id === undefined ? undefined : (organisationRow.get(id) as { row: string } | undefined);
      return found ? organisationRefSchema.parse(JSON.parse(found.row).organisation) : null;
    },
  };
}

type StoredCard = Pick<Stored, 'counts' | 'title' | 'summary' | 'row'>;

function cardOfRow<C extends Card>({ row, counts, title, summary }: StoredCard): C {
  return cardOf<C>({ ...JSON.parse(row), title, summary, counts: countsIn(counts) } as Item);
}

/** Nothing is stored where everything is 0, as it is for most things. */
function countsIn(counts: string | null): Counts {
  return counts === null ? countsOf({}) : (JSON.parse(counts) as Counts);
}

type Html = { title: string; snippet: string; other(title: string): string };

/** What was looked for, and the numbers of its spellings. */
type Look = { wanted: Wanted; spelt: ReadonlySet<number> };

function htmlOf({ title, summary, body }: Stored, said: Said, { wanted, spelt }: Look): Html {
  const text = [summary, body].filter(Boolean).join(' … ');
  return {
    title: marked(title, wantedAmong(title, [said.title], spelt)),
    snippet: excerpt(text, wantedAmong(text, [said.summary, said.body], spelt)),
    other: (another) => marked(another, wantedIn(another, wanted)),
  };
}

function foundOf(stored: Stored, parent: Found['parent'], html: Html): Found {
  const { id, kind, status, programme, ward } = stored;
  const row = JSON.parse(stored.row) as Partial<Card> & { cover?: StoredImage | null };
  const title = kind === 'comment' ? (parent?.title ?? '') : stored.title;
  return {
    kind,
    id,
    title,
    titleHtml: kind === 'comment' ? html.other(title) : html.title,
    snippetHtml: html.snippet,
    path: pathOf(stored),
    parent,
    status,
    origin: kind === 'challenge' ? (row.kind ?? null) : null,
    programme,
    ward,
    tags: row.tags ?? [],
    images: row.cover ? [imageOf(row.cover)] : [],
    author: row.author ?? null,
    organisation: row.organisation ?? null,
    ...countsIn(stored.counts),
    publishedAt: stored.published,
    closesAt: row.closesAt ?? null,
  };
}

/** Where it is shown: a comment on the page of its subject, an organisation on a page of its own. */
function pathOf({ id, kind, parent }: Stored): string {
  if (kind === 'organisation') return `/organisations/${id}`;
  if (kind === 'comment') return `/${specOf(kindOf(parent as SubjectId)).path}/${parent}?around=${id}#${id}`;
  return `/${specOf(kind).path}/${id}`;
}
