/** What came of each row: counted for the end, errors written out as they come. */
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Row } from './csv.ts';
import type { CellError } from './row-reader.ts';
import type { Note } from './to-challenge.ts';

export type Outcome = 'created' | 'there' | 'left out' | CellError[];
export type RowResult = { row: Row; id: string; outcome: Outcome; notes: Note[] };

export type Report = {
  add(result: RowResult): void;
  counts: { read: number; created: number; there: number; leftOut: number; refused: number };
  /** The first errors, for the terminal. */
  errors: string[];
  errorCount: number;
  notes: Map<Note, number>;
  close(): Promise<void>;
};

const shownErrors = 20;
const columns = ['row', 'line', 'id', 'field', 'column', 'value', 'error'];

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
    notes: new Map(),
    add(result) {
      report.counts.read++;
      if (result.outcome === 'created') report.counts.created++;
      else if (result.outcome === 'there') report.counts.there++;
      else if (result.outcome === 'left out') report.counts.leftOut++;
      else {
        report.counts.refused++;
        for (const error of result.outcome) note(report, file, result, error);
      }
      if (result.outcome === 'created') {
        for (const name of result.notes) report.notes.set(name, (report.notes.get(name) ?? 0) + 1);
      }
      onRow?.(report);
    },
    close: () => new Promise((done, fail) => (file ? file.once('error', fail).end(done) : done())),
  };
  return report;
}

function note(report: Report, file: WriteStream | undefined, { row, id }: RowResult, error: CellError): void {
  const { field, column, value, message } = error;
  const place = column ? `column "${column}"` : `field ${field}`;
  report.errorCount++;
  if (report.errors.length < shownErrors) {
    report.errors.push(`row ${row.row} (line ${row.line}), ${place}: ${message}`);
  }
  file?.write(
    `${[row.row, row.line, id, field, column, value, message].map((cell) => quoted(String(cell))).join(',')}\n`,
  );
}

/** A cell that a spreadsheet takes for text, whatever stands in it. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
