/** What a full-text question finds at all: at most so many, the newest, each with what filters and counts need. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { statementsOf } from '../replica/statements.ts';
import { type Filter, narrow } from './narrow.ts';

export type Candidate = {
  n: number;
  /** How well it fits, once it was looked at. */
  score: number;
  kind: string;
  programme: string | null;
  ward: string | null;
  status: string | null;
  origin: string | null;
  organisation: string | null;
  year: number | null;
  support: number;
  parent: string | null;
  id: string;
};

/** The most subjects that are counted, and the most comments: of more, the newest. */
export const mostCandidates = 1_000;

export type Found = { candidates: Candidate[]; isCut: boolean };

export type IndexName = 'subject' | 'comment';

const columns =
  'd.n, d.kind, d.programme, d.ward, d.status, d.origin, d.organisation, d.year, d.support, d.parent, d.id';

export type Finder = {
  /** The newest that match and that the filter leaves. */
  find(index: IndexName, match: string, filter?: Filter, most?: number): Found;
  /** These, as far as they are shown and the filter leaves them. */
  these(numbers: readonly number[], filter: Filter): Candidate[];
  /** Without words: the newest that the filter leaves. */
  newest(filter: Filter): Candidate[];
  /** The numbers of what matches, newest first. */
  numbers(index: IndexName, match: string, most: number): number[];
  /** What hangs on a thing, the newest; without a score. */
  below(above: Pick<Candidate, 'id'>, most: Readonly<Record<string, number>>): Candidate[];
};

/** The most that are looked at of what hangs on one thing, by its kind and theirs. */
export const mostOf: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  challenge: { solution: 10, comment: 5 },
  solution: { comment: 5 },
};

/** Finds candidates in the replica in `db`. */
export function openFinder(db: DatabaseSync): Finder {
  const prepared = statementsOf(db, { asArrays: true });
  return {
    find(index, match, filter = {}, most = mostCandidates) {
      const { sql, values } = narrow(filter);
      const statement = prepared(
        `SELECT ${columns} FROM ${index}_words w CROSS JOIN doc d ON d.n = w.rowid
         WHERE ${index}_words MATCH ? AND d.shown = 1${sql} ORDER BY w.rowid DESC LIMIT ?`,
      );
      const rows = statement.all(match, ...values, most + 1) as unknown as SQLInputValue[][];
      return { candidates: rows.slice(0, most).map(toCandidate), isCut: rows.length > most };
    },
    these(numbers, filter) {
      const { sql, values } = narrow(filter);
      const statement = prepared(`SELECT ${columns} FROM doc d WHERE d.n = ? AND d.shown = 1${sql}`);
      return numbers.flatMap((n) => (statement.all(n, ...values) as unknown as SQLInputValue[][]).map(toCandidate));
    },
    newest(filter) {
      const { sql, values } = narrow(filter);
      const statement = prepared(`SELECT ${columns} FROM doc d WHERE d.shown = 1${sql} ORDER BY d.id DESC LIMIT ?`);
      return (statement.all(...values, mostCandidates) as unknown as SQLInputValue[][]).map(toCandidate);
    },
    numbers(index, match, most) {
      const table = `${index}_words`;
      // One text instead of hundreds of rows, each of which would be an object.
      const statement = prepared(
        `SELECT json_group_array(n) FROM
           (SELECT rowid AS n FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?)`,
      );
      const [numbers] = statement.get(match, most) as unknown as [string];
      return JSON.parse(numbers) as number[];
    },
    below({ id }, most) {
      const statement = prepared(
        `SELECT ${columns} FROM doc d WHERE d.parent = ? AND d.kind = ? AND d.shown = 1 ORDER BY d.n DESC LIMIT ?`,
      );
      const rows = Object.entries(most).flatMap(([kind, limit]) => statement.all(id, kind, limit));
      return rows.map((row) => toCandidate(row as unknown as SQLInputValue[]));
    },
  };
}

function toCandidate(row: SQLInputValue[]): Candidate {
  const [n, kind, programme, ward, status, origin, organisation, year, support, parent, id] = row;
  const known = { score: 0, n, kind, programme, ward, status, origin, organisation, year, support, parent, id };
  return known as Candidate;
}
