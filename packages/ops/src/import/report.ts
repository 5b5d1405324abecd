/** What came of each row: counted for the end, errors written out as they come. */
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Row } from './csv.ts';
import type { CellError } from './row-reader.ts';
import type { Note } from './to-challenge.ts';

export type Outcome = 'created' | 'there' | 'left out' | CellError[];
export type RowResult = { row: Row; id: string; outcome: Outcome; notes: Note[]; warnings: CellError[] };

export type Report = {
  add(result: RowResult): void;
  counts: { read: number; created: number; there: number; leftOut: number; refused: number };
  /** The first errors, for the terminal. */
  errors: string[];
  errorCount: number;
  /** Rows refused, by reason. */
  reasons: Map<string, number>;
  /** The first warnings, for the terminal: rows that are taken, and what was lost of them. */
  warnings: string[];
  warningCount: number;
  notes: Map<Note, number>;
  close(): Promise<void>;
};

const shownErrors = 20;
const columns = ['row', 'line', 'id', 'field', 'column', 'value', 'error', 'kind'];

/** A report; with `errorsFile` all errors go there too, as CSV that a spreadsheet opens. */
export function openReport({
  errorsFile,
  onRow,
}: {
  errorsFile?: string;
  onRow?: (report: Report) => void;
} = {}): Report {
  const file = errorsFile === undefined ? undefined : createWriteStream(errorsFile);
  file?.write(`\uFEFF${columns.join(',')}\n`);
  const report: Report = {
    counts: { read: 0, created: 0, there: 0, leftOut: 0, refused: 0 },
    errors: [],
    errorCount: 0,
    reasons: new Map(),
    warnings: [],
    warningCount: 0,
    notes: new Map(),
    add(result) {
      report.counts.read++;
      if (result.outcome === 'created') report.counts.created++;
      else if (result.outcome === 'there') report.counts.there++;
      else if (result.outcome === 'left out') report.counts.leftOut++;
      else {
        report.counts.refused++;
        for (const error of result.outcome) note(report, file, result, error);
        for (const reason of new Set(result.outcome.map((error) => error.reason))) count(report.reasons, reason);
      }
      if (result.outcome === 'created') {
        for (const name of result.notes) count(report.notes, name);
        for (const warning of result.warnings) warn(report, file, result, warning);
      }
      onRow?.(report);
    },
    close: () => new Promise((done, fail) => (file ? file.once('error', fail).end(done) : done())),
  };
  return report;
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function note(report: Report, file: WriteStream | undefined, result: RowResult, error: CellError): void {
  report.errorCount++;
  if (report.errors.length < shownErrors) report.errors.push(sentenceOf(result, error));
  file?.write(lineOf(result, error, 'error'));
}

function warn(report: Report, file: WriteStream | undefined, result: RowResult, warning: CellError): void {
  report.warningCount++;
  if (report.warnings.length < shownErrors) report.warnings.push(sentenceOf(result, warning));
  file?.write(lineOf(result, warning, 'warning'));
}

function sentenceOf({ row }: RowResult, { field, column, message }: CellError): string {
  const place = column ? `column "${column}"` : `field ${field}`;
  return `row ${row.row} (line ${row.line}), ${place}: ${message}`;
}

function lineOf({ row, id }: RowResult, { field, column, value, message }: CellError, kind: string): string {
  const cells = [row.row, row.line, id, field, column, value, message, kind];
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\n`;
}

/** A cell that a spreadsheet takes for text, whatever stands in it. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
