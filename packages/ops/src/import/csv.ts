/** Reads a CSV file row by row: finds separator and escapes, checks the encoding, keeps count as a spreadsheet does, holds a few rows at a time. */
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
const separators = [';', '\t', ','] as const;
/** No row is this long; an unclosed quotation mark would make one of the rest of the file. */
const longestRow = 4_000_000;

const options: Options = {
  relax_column_count: true,
  // A stray quotation mark inside a cell is text.
  relax_quotes: true,
  // A blank before a quotation mark does not make it text: `1, "a, b"` has two cells.
  ltrim: true,
  max_record_size: longestRow,
};

/**
 * Opens a file and reads its header. `encoding` is what the file is declared to be in, as the web names encodings
 * (`windows-1258`, `utf-16le`); UTF-8 otherwise. Throws InputError when it is no CSV file in that encoding.
 */
export async function openCsv(path: string, encoding = 'utf-8'): Promise<Csv> {
  const sample = await readSample(path);
  const decoder = decoderOf(encoding);
  if (decoder.encoding === 'utf-8') assertUtf8(sample);
  const text = withLineFeeds(decoder.decode(sample, { stream: true }));
  // Excel's own way of naming the separator, a line that it does not show.
  const directive = /^sep=(.)\n/i.exec(text);
  const rest = directive ? text.slice(directive[0].length) : text;
  const escapeSign = findEscape(rest);
  const separator = directive?.[1] ?? findSeparator(rest, escapeSign);
  const header = headerOf(rest, separator, escapeSign);
  if (header.length < 2) {
    throw new InputError(`${path} does not look like CSV: its first line has no comma, semicolon or tab.`);
  }
  const [width, skip] = [header.length, directive?.[0] ?? ''];
  return { header, separator, rows: () => readRows({ path, encoding, separator, escapeSign, width, skip }) };
}

/** Throws InputError for an encoding nobody knows. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    // A sample may end inside a character; what is no character is found when the file is read.
    return new TextDecoder(encoding);
  } catch {
    throw new InputError(`There is no encoding ${encoding}. Vietnamese files may be in windows-1258 or utf-16le.`);
  }
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

const ways =
  'Save it as "CSV UTF-8" in the spreadsheet; or say what it is in with --encoding windows-1258 (or windows-1252, utf-16le); or convert it: iconv -f';

function assertUtf8(sample: Buffer): void {
  const [first, second] = sample;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new InputError(`The file is in UTF-16, not UTF-8. ${ways} UTF-16 -t UTF-8 FILE > NEW-FILE`);
  }
  if (sample.includes(0)) throw new InputError('The file is not text: it holds zero bytes. Export it as CSV in UTF-8.');
  const end = sample.indexOf(10);
  if (end > 0 && !isUtf8(sample.subarray(0, end))) {
    throw new InputError(`The names of the columns are not UTF-8. ${notUtf8}`);
  }
}

const notUtf8 = `An old Vietnamese or Western encoding, perhaps. ${ways} WINDOWS-1258 -t UTF-8 FILE > NEW-FILE`;

/** MySQL puts a backslash before a quotation mark inside a cell, where others double it. */
function findEscape(text: string): string {
  const escaped = /[^\\]\\"(?!\s*[,;\t\n]|$)/.test(text);
  const doubled = /[^,;\t\n"\\]""(?!")/.test(text);
  return escaped && !doubled ? '\\' : '"';
}

function findSeparator(text: string, escapeSign: string): string {
  const widths = separators.map((separator) => headerOf(text, separator, escapeSign).length);
  return separators[widths.indexOf(Math.max(...widths))]!;
}

function headerOf(text: string, delimiter: string, escapeSign: string): string[] {
  try {
    const records = parseNow(text, { ...options, delimiter, escape: escapeSign, to: 1 }) as unknown as string[][];
    return records[0] ?? [];
  } catch {
    throw new InputError('The first line has a quotation mark that is never closed.');
  }
}

type Reading = {
  path: string;
  encoding: string;
  separator: string;
  escapeSign: string;
  width: number;
  /** What stands before the header, and is no row. */
  skip: string;
};

async function* readRows({ path, encoding, separator, escapeSign, width, skip }: Reading): AsyncGenerator<Row> {
  const parser = parse({ ...options, delimiter: separator, escape: escapeSign, info: true });
  const source = Readable.from(decoded(path, encoding, skip));
  const skipped = skip ? 1 : 0;
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

async function* decoded(path: string, encoding: string, skip: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  let chunk: Buffer = Buffer.alloc(0);
  let ended = '';
  let left = skip.length;
  try {
    for await (chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const text = ended + decoder.decode(chunk, { stream: true });
      // A line end may be cut in two.
      ended = text.endsWith('\r') ? '\r' : '';
      const whole = withLineFeeds(text.slice(0, text.length - ended.length));
      yield whole.slice(left);
      left = 0;
      lines += text.split('\n').length - 1;
    }
    yield withLineFeeds(ended + decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (decoder.encoding !== 'utf-8') throw new InputError(`Line ${lines} or one below it is not in ${encoding}.`);
    throw new InputError(`Line ${lines + linesBeforeFault(chunk)} is not UTF-8. ${notUtf8}`);
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
