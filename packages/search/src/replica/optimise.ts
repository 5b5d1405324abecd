/** Merges the parts of the word indexes, which makes answers faster and takes deleted words out of the file. */
import type { DatabaseSync } from 'node:sqlite';

const indexes = ['subject_words', 'title_words', 'comment_words'] as const;

/** Takes some seconds for a large replica; readers go on meanwhile. */
export function optimise(db: DatabaseSync): void {
  for (const index of indexes) db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  forgetWords(db);
  db.exec('PRAGMA optimize');
}

/** Takes words out of the vocabulary that no text has any more: a name or a telephone number is a word too. */
function forgetWords(db: DatabaseSync): void {
  const terms = (index: string) => `terms_of_${index}`;
  for (const index of indexes)
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${terms(index)} USING fts5vocab(main, ${index}, row)`);
  db.exec(`
    DROP TABLE IF EXISTS temp.used;
    CREATE TEMP TABLE used (word TEXT PRIMARY KEY) WITHOUT ROWID;
    ${indexes.map((index) => `INSERT OR IGNORE INTO used SELECT term FROM temp.${terms(index)};`).join('\n')}
    DELETE FROM word WHERE word NOT IN (SELECT word FROM used);
    DELETE FROM word_without WHERE word NOT IN (SELECT word FROM word);
    DELETE FROM spelling WHERE folded NOT IN (SELECT word FROM used) OR (marked = 1 AND exact NOT IN (SELECT word FROM used));
    DELETE FROM tag WHERE tag NOT IN (SELECT tag FROM doc_tag);
    DROP TABLE temp.used;
  `);
  for (const index of indexes) db.exec(`DROP TABLE temp.${terms(index)}`);
}
