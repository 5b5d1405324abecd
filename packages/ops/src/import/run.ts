/** Imports a file: row by row through the services, several at once, each once. */
import type { Db } from '@hanoi/core/db/client';
import { endImported, findImported, importChallenge } from '@hanoi/core/import/service';
import { programmesInForce } from '@hanoi/core/programme/in-force';
import { officialProgrammes } from '@hanoi/core/programme/official-list';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Actor, Ctx } from '@hanoi/core/shared/context';
import { sha256 } from '@hanoi/core/shared/hash';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import pMap, { pMapIterable } from 'p-map';
import { type Authors, openAuthors } from './authors.ts';
import { bindMap } from './column-map.ts';
import { openCsv, type Row } from './csv.ts';
import { type ColumnMap, type FieldName, fieldNames } from './map-schema.ts';
import type { Outcome, Report, RowResult } from './report.ts';
import type { CellError } from './row-reader.ts';
import { type Draft, type Reading, type Settings, toChallenge } from './to-challenge.ts';
import { openWards } from './wards.ts';

export type ImportOptions = {
  file: string;
  /** What the file is in, when that is not UTF-8. */
  encoding?: string;
  map: ColumnMap;
  /** The table; without one every row counts as new. */
  db?: Db;
  dryRun?: boolean;
  report: Report;
  /** Ends the run after the rows in progress. */
  signal?: AbortSignal;
  now?: Date;
};

/** Rows looked up together in one call. */
const CHUNK = 25;
/** Chunks in progress: while one is written the next is read. */
const CHUNKS_AT_ONCE = 2;
/** Challenges of a chunk written at once. */
const WIDTH = 8;

/** Imports the file and fills the report. Throws InputError when the file or the map is wrong, and what the table throws. */
export async function importFile(options: ImportOptions): Promise<void> {
  const { map, report, signal, now = new Date() } = options;
  const csv = await openCsv(options.file, options.encoding);
  // Without a table the site is new.
  const programmes = options.db ? await programmesInForce(systemFor(options.db, now)) : officialProgrammes;
  const settings = { map, binding: bindMap(map, csv.header), wards: await openWards(), programmes, now };
  const write = options.db ? openWriter(options.db, settings, options.dryRun ?? false) : asNew;

  const importChunk = async (rows: Row[]): Promise<RowResult[]> => {
    const read: Read[] = [];
    for (const row of rows) read.push({ row, reading: await readRow(settings, csv.header, row) });
    const drafts = read.flatMap(({ row, reading }) => ('draft' in reading ? [{ row, draft: reading.draft }] : []));
    const outcomes = new Map(await write(drafts));
    return read.map(({ row, reading }) => resultOf(row, reading, outcomes.get(row)));
  };
  const chunks = pMapIterable(chunked(csv.rows(), signal), importChunk, { concurrency: CHUNKS_AT_ONCE });
  for await (const results of chunks) for (const result of results) report.add(result);
}

type Read = { row: Row; reading: Reading };
type RowDraft = { row: Row; draft: Draft };
type Write = (drafts: readonly RowDraft[]) => Promise<[Row, Outcome][]>;

/** Where there is no table yet, every row is new. */
const asNew: Write = async (drafts) => drafts.map(({ row }) => [row, 'created']);

async function readRow(settings: Settings, header: readonly string[], row: Row): Promise<Reading> {
  if (row.cells.length === header.length) return toChallenge(settings, row.cells);
  const message = `${row.cells.length} cells, but ${header.length} columns: a separator or quotation mark too many or too few`;
  return {
    id: '',
    errors: [{ field: 'id', column: header[0] ?? '', value: row.cells[0] ?? '', message, reason: 'number of cells' }],
  };
}

function resultOf(row: Row, reading: Reading, outcome: Outcome = 'there'): RowResult {
  if ('leftOut' in reading) return { row, id: '', outcome: 'left out', notes: [], warnings: [] };
  if ('errors' in reading) return { row, id: reading.id, outcome: reading.errors, notes: [], warnings: [] };
  const { id, notes, warnings } = reading.draft;
  return { row, id, outcome, notes, warnings };
}

async function* chunked(rows: AsyncIterable<Row>, signal: AbortSignal | undefined): AsyncGenerator<Row[]> {
  let chunk: Row[] = [];
  for await (const row of rows) {
    if (signal?.aborted) return;
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function openWriter(db: Db, settings: Settings, dryRun: boolean): Write {
  const { source } = settings.map;
  const system = systemFor(db, settings.now);
  const authors: Authors = openAuthors(system, source);
  const writeOne = async ({ row, draft }: RowDraft, known: ChallengeId | undefined): Promise<Outcome> => {
    if (dryRun || (known && !draft.ending)) return known ? 'there' : 'created';
    const origin = { source: source.id, id: draft.id };
    const ctx = contextFor(db, await authors(draft.author), draft.createdAt, JSON.stringify(origin));
    try {
      if (known) await endImported(ctx, known, draft.ending!);
      else return (await importChallenge(ctx, origin, draft.input, draft.ending)).created ? 'created' : 'there';
      return 'there';
    } catch (error) {
      return refusalOf(settings, row, error);
    }
  };
  return async (drafts) => {
    const ids = [...new Set(drafts.map(({ draft }) => draft.id))];
    const found = await findImported(
      system,
      ids.map((id) => ({ source: source.id, id })),
    );
    const known = new Map(ids.map((id, index) => [id, found[index]]));
    return pMap(drafts, async (one) => [one.row, await writeOne(one, known.get(one.draft.id))], { concurrency: WIDTH });
  };
}

function systemFor(db: Db, now: Date): Ctx {
  return contextFor(db, { kind: 'system', name: 'import' }, now);
}

const quiet = { info() {}, warn() {}, error() {} };

/** A context at a row's own time. With `key` the ids are made from it: the same row gets the same id on any site. */
function contextFor(db: Db, actor: Actor, at: Date, key?: string): Ctx {
  let drawn = 0;
  const chance = () => Number.parseInt(sha256Hex(`${key} ${drawn++}`), 16) / 2 ** 48;
  return { actor, now: () => at, db, log: quiet, requestId: 'import', ...(key !== undefined && { random: chance }) };
}

const sha256Hex = (text: string) => Buffer.from(sha256(text), 'base64url').toString('hex', 0, 6);

/** What a service refused, as an error of the row; anything else ends the run. */
function refusalOf({ binding }: Settings, row: Row, error: unknown): CellError[] {
  if (!(error instanceof AppError) || error.code === 'busy') throw error;
  const path = error.fields[0]?.path.split('/')[1] ?? '';
  const field = (fieldNames as readonly string[]).includes(path) ? (path as FieldName) : 'id';
  const message = error.code.replaceAll('_', ' ');
  return [{ field, column: binding.column(field, row.cells), value: '', message, reason: message }];
}
