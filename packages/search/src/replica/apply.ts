/** Writes documents into a replica. Applying one twice, or an older state after a newer one, changes nothing. */
import type { DatabaseSync } from 'node:sqlite';
import { rankOf } from '@hanoi/core/tally/rules';
import type { Document, Texts } from '../document.ts';
import { hasMarks, type PlacedWord, unmarked, type Word, wordsIn } from '../text/words.ts';
import { openSaidWriter } from './said.ts';
import { openVocabulary } from './vocabulary.ts';

/** What the replica has of a thing. */
export type Known = { n: number; revision: number; version: number; open: number; shown: number; ward: string | null };

/** A document, with its texts where those in the replica are of another version. */
export type Change = { document: Document; texts?: Texts };

export type Writer = {
  known(id: string): Known | undefined;
  /** Writes the changes and `alsoWrite`, all or nothing. */
  apply(changes: readonly Change[], alsoWrite?: () => void): void;
};

/** The writer of a replica; there is one at a time. */
export function openWriter(db: DatabaseSync): Writer {
  const find = db.prepare('SELECT n, revision, version, open, shown, ward FROM doc WHERE id = ?');
  const words = wordWriter(db);
  const putDocument = documentWriter(db);
  const show = showWriter(db);

  const applyOne = ({ document, texts }: Change) => {
    const before = find.get(document.id) as Known | undefined;
    if (before && before.revision >= document.revision) return;
    const shown = document.open && show.isAboveShown(document.parent);
    const n = putDocument(document, shown, before?.n);
    // What is hidden or deleted stays as a name without text, so that an older state of it is still known as older.
    if (!document.open) words.remove(n, document.kind);
    else words.put(n, document, texts);
    if (shown !== (before?.shown === 1)) show.below(document.id, shown);
  };

  return {
    known: (id) => find.get(id) as Known | undefined,
    apply(changes, alsoWrite) {
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const change of changes) applyOne(change);
        words.save();
        alsoWrite?.();
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      } finally {
        words.forget();
      }
    },
  };
}

function documentWriter(db: DatabaseSync) {
  const columns = [
    ...['n', 'id', 'kind', 'shown', 'open', 'parent', 'revision', 'version', 'programme', 'ward', 'status', 'origin'],
    ...['organisation', 'year', 'published', 'support', 'counts', 'trend', 'closes'],
  ];
  const sets = columns.slice(2).map((name) => `${name} = excluded.${name}`);
  const put = db.prepare(
    `INSERT INTO doc (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${sets.join(', ')} RETURNING n`,
  );
  return (d: Document, shown: boolean, n: number | undefined): number => {
    const row = put.get(
      ...[n ?? null, d.id, d.kind, Number(shown), Number(d.open), d.parent, d.revision, d.version, d.programme, d.ward],
      ...[
        d.status,
        d.origin,
        d.organisation,
        d.year,
        d.publishedAt,
        d.counts.support,
        Object.values(d.counts).some((count) => count > 0) ? JSON.stringify(d.counts) : null,
        rankOf(d.trend),
      ],
      d.closesAt,
    );
    return Number(row!.n);
  };
}

/** What a parent hides, its children are hidden by, whichever of them comes first. */
function showWriter(db: DatabaseSync) {
  const isShown = db.prepare('SELECT shown FROM doc WHERE id = ?');
  const change = db.prepare('UPDATE doc SET shown = ? WHERE parent = ? AND open = 1 AND shown <> ? RETURNING id');
  const below = (id: string, shown: boolean): void => {
    const children = change.all(Number(shown), id, Number(shown)) as { id: string }[];
    for (const child of children) below(child.id, shown);
  };
  return {
    isAboveShown: (parent: string | null) => parent === null || isShown.get(parent)?.shown === 1,
    below,
  };
}

function wordWriter(db: DatabaseSync) {
  const vocabulary = openVocabulary(db);
  const putContent = db.prepare('INSERT OR REPLACE INTO content (n, title, summary, body, row) VALUES (?, ?, ?, ?, ?)');
  const putRow = db.prepare('UPDATE content SET row = ? WHERE n = ?');
  const dropContent = db.prepare('DELETE FROM content WHERE n = ?');
  const putSubject = db.prepare(
    'INSERT OR REPLACE INTO subject_words (rowid, title, summary, body, exact, place) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const putTitle = db.prepare('INSERT OR REPLACE INTO title_words (rowid, title) VALUES (?, ?)');
  const putComment = db.prepare('INSERT OR REPLACE INTO comment_words (rowid, body, exact) VALUES (?, ?, ?)');
  const drop = {
    subject: db.prepare('DELETE FROM subject_words WHERE rowid = ?'),
    title: db.prepare('DELETE FROM title_words WHERE rowid = ?'),
    comment: db.prepare('DELETE FROM comment_words WHERE rowid = ?'),
  };
  const tags = tagWriter(db);
  const said = openSaidWriter(db);

  const index = (n: number, document: Document, texts: Texts) => {
    const [title, summary, body] = [texts.title, texts.summary, texts.body].map((text) => wordsIn(text)) as [
      PlacedWord[],
      PlacedWord[],
      PlacedWord[],
    ];
    const tagged = wordsIn(document.tags.join(' · '));
    const all = [...title, ...summary, ...body, ...tagged];
    vocabulary.add(all);
    said.put(n, { title, tags: tagged, summary, body });
    if (document.kind === 'comment') return putComment.run(n, folded(body), exact(body));
    putTitle.run(n, folded(title));
    const place = document.ward ? wardWord(document.ward) : '';
    return putSubject.run(n, folded(title), folded([...summary, ...tagged]), folded(body), exact(all), place);
  };

  return {
    put(n: number, document: Document, texts: Texts | undefined) {
      // Title and summary have columns of their own.
      const row = JSON.stringify({ ...document.row, title: undefined, summary: undefined });
      if (!texts) {
        putRow.run(row, n);
        return;
      }
      putContent.run(n, texts.title, texts.summary, texts.body, row);
      index(n, document, texts);
      tags.put(n, document.tags);
    },
    remove(n: number, kind: Document['kind']) {
      dropContent.run(n);
      said.remove(n);
      if (kind === 'comment') drop.comment.run(n);
      else for (const statement of [drop.subject, drop.title]) statement.run(n);
      tags.put(n, []);
    },
    save: vocabulary.save,
    forget: said.forget,
  };
}

function tagWriter(db: DatabaseSync) {
  const drop = db.prepare('DELETE FROM doc_tag WHERE n = ?');
  const put = db.prepare('INSERT OR IGNORE INTO doc_tag (tag, n) VALUES (?, ?)');
  const note = db.prepare('INSERT OR IGNORE INTO tag (folded, tag) VALUES (?, ?)');
  return {
    put(n: number, tags: readonly string[]) {
      drop.run(n);
      for (const tag of tags) {
        put.run(tag, n);
        note.run(unmarked(tag), tag);
      }
    },
  };
}

/** A ward among the words: no text has one like it. */
export function wardWord(code: string): string {
  return `w${code}w`;
}

function folded(words: readonly Word[]): string {
  return words.map((word) => word.folded).join(' ');
}

/** Each word that has marks, once: it is asked whether a text has it, not how often or where. */
function exact(words: readonly Word[]): string {
  return [...new Set(words.filter(hasMarks).map((word) => word.exact))].join(' ');
}
