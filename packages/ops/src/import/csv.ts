/** Reads a CSV file row by row: finds separator and encoding, keeps count as a spreadsheet does, holds a few rows at a time. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type CsvError, type Info, type Options, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { InputError } from './input-error.ts';

export type Row = {
  cells: string[];
  /** As a spreadsheet numbers it: the header is 1. */
  row: number;
  /** The line of the file on which it begins. */
  line: number;
};

export type Csv = { header: string[]; separator: string; rows(): AsyncGenerator<Row> };

const sampleBytes = 256 * 1024;
const bom = Buffer.from([0xef, 0xbb, 0xbf]);
const separators = [';', '\t', ','] as const;
/** No row is this long; an unclosed quotation mark would make one of the rest of the file. */
const longestRow = 4_000_000;

const options: Options = {
  relax_column_count: true,
  // A stray quotation mark inside a cell is text.
  relax_quotes: true,
  max_record_size: longestRow,
};

/** Opens a file and reads its header. Throws InputError when it is no CSV file in UTF-8. */
export async function openCsv(path: string): Promise<Csv> {
  const sample = await readSample(path);
  assertUtf8(sample);
  const text = new TextDecoder().decode(sample);
  // Excel's own way of naming the separator, a line that it does not show.
  const directive = /^sep=(.)\r?\n/i.exec(text);
  const start = directive ? Buffer.byteLength(directive[0]) + (sample.subarray(0, 3).equals(bom) ? bom.length : 0) : 0;
  const separator = directive?.[1] ?? findSeparator(text);
  const header = headerOf(directive ? text.slice(directive[0].length) : text, separator);
  if (header.length < 2) {
    throw new InputError(`${path} does not look like CSV: its first line has no comma, semicolon or tab.`);
  }
  return {
    header,
    separator,
    rows: () => readRows({ path, start, separator, width: header.length, skipped: directive ? 1 : 0 }),
  };
}

async function readSample(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(error.code === 'ENOENT' ? `There is no file ${path}` : `${path}: ${error.message}`);
  });
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    if (bytesRead === 0) throw new InputError(`${path} is empty.`);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${path}: ${(error as Error).message}`);
  } finally {
    await file.close();
  }
}

const convert = 'Save it as "CSV UTF-8", or convert it: iconv -f';

function assertUtf8(sample: Buffer): void {
  const [first, second] = sample;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new InputError(`The file is in UTF-16, not UTF-8. ${convert} UTF-16 -t UTF-8 FILE > NEW-FILE`);
  }
  if (sample.includes(0)) throw new InputError('The file is not text: it holds zero bytes. Export it as CSV in UTF-8.');
}

function findSeparator(text: string): string {
  const widths = separators.map((separator) => headerOf(text, separator).length);
  return separators[widths.indexOf(Math.max(...widths))]!;
}

function headerOf(text: string, delimiter: string): string[] {
  try {
    const records = parseNow(text, { ...options, delimiter, to: 1 }) as unknown as string[][];
    return records[0] ?? [];
  } catch {
    throw new InputError('The first line has a quotation mark that is never closed.');
  }
}

type Reading = { path: string; start: number; separator: string; width: number; skipped: number };

async function* readRows({ path, start, separator, width, skipped }: Reading): AsyncGenerator<Row> {
  const parser = parse({ ...options, delimiter: separator, info: true });
  const source = Readable.from(decoded(path, start));
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 1 + skipped;
  let row = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      row++;
      const began = line;
      line = info.lines + 1 + skipped;
      // Rows without anything in them count in a spreadsheet, and are nothing else.
      if (row > 1 && record.some((cell) => cell.trim() !== '')) yield { cells: fit(record, width), row, line: began };
    }
  } catch (error) {
    throw clear(error as CsvError, row + 1, line);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Empty cells beyond the header mean nothing. */
function fit(record: string[], width: number): string[] {
  return record.slice(width).every((cell) => cell.trim() === '') ? record.slice(0, width) : record;
}

function clear(error: CsvError, row: number, line: number): Error {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new InputError(`Row ${row} (line ${line}): a quotation mark opens here and is never closed.`);
  }
  return error;
}

async function* decoded(path: string, start: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = start > 0 ? 2 : 1;
  let chunk: Buffer = Buffer.alloc(0);
  let ended = '';
  try {
    for await (chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
      const text = ended + decoder.decode(chunk, { stream: true });
      // A line end may be cut in two.
      ended = text.endsWith('\r') ? '\r' : '';
      yield withLineFeeds(text.slice(0, text.length - ended.length));
      lines += text.split('\n').length - 1;
    }
    yield withLineFeeds(ended + decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const line = lines + linesBeforeFault(chunk);
    throw new InputError(
      `Line ${line} is not UTF-8 (Windows-1252 or TCVN3, perhaps). ${convert} WINDOWS-1252 -t UTF-8 FILE > NEW-FILE`,
    );
  }
}

/** One kind of line end, so that lines are counted right inside of cells too. */
const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

/** How many lines of the chunk are fine; it may begin inside a character. */
function linesBeforeFault(chunk: Buffer): number {
  let from = chunk.findIndex((byte) => byte < 0x80 || byte > 0xbf);
  for (let count = 0; from >= 0 && from < chunk.length; count++) {
    const end = chunk.indexOf(10, from);
    if (end < 0 || !isUtf8(chunk.subarray(from, end))) return count;
    from = end + 1;
  }
  return 0;
}
