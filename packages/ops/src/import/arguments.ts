/** The command line of an import, and the map it names. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMap, guessMap, readMap, readyMapNames } from './column-map.ts';
import { openCsv } from './csv.ts';
import { InputError } from './input-error.ts';
import { type ColumnMap, fieldOf } from './map-schema.ts';

const usage = `npm run import -- FILE [options]

  --dry-run           says what would happen, and writes nothing
  --map MAP           ${readyMapNames().join(', ')}, or a JSON file; guessed from the columns otherwise
  --encoding NAME     what the file is in when it is not UTF-8, such as windows-1258 or utf-16le
  --programme CODE    for rows whose map gives none
  --source ID         keeps the ids of this source apart from another's, such as decidim-barcelona
  --source-name NAME  the author's name where the file gives none
  --errors FILE       writes every error there, as CSV
`;

// npm moves to the project's folder; files are named from where the command was typed.
const here = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Reads the command line. Throws InputError with the usage. */
export function readArguments() {
  const text = { type: 'string' } as const;
  const options = {
    'dry-run': { type: 'boolean' },
    map: text,
    encoding: text,
    programme: text,
    source: text,
    'source-name': text,
    errors: text,
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n\n${usage}`);
  }
  const [file, ...more] = parsed.positionals;
  if (file === undefined || more.length > 0) throw new InputError(usage);
  const { errors, ...values } = parsed.values;
  return { file: here(file), values: { ...values, errors: errors && here(errors) } };
}

type Chosen = { map?: string; encoding?: string; programme?: string; source?: string; 'source-name'?: string };

/** The map asked for, or guessed, with what the command line says of the source and the programme. Throws InputError. */
export async function chooseMap(file: string, values: Chosen): Promise<ColumnMap> {
  const { header } = await openCsv(file, values.encoding);
  let map: ColumnMap;
  if (values.map === undefined) {
    const guessed = guessMap(header);
    process.stdout.write(`The columns are those of the map ${guessed.name}.\n`);
    map = guessed.map;
  } else {
    map = readMap(readyMapNames().includes(values.map) ? values.map : here(values.map));
  }
  const source = {
    ...map.source,
    ...(values.source && { id: values.source }),
    ...(values['source-name'] && { name: values['source-name'] }),
  };
  const programme = { ...fieldOf(map, 'programme'), constant: undefined, optional: true, default: values.programme };
  const fields = values.programme === undefined ? map.fields : { ...map.fields, programme };
  return checkMap('of the command line', { ...map, source, fields });
}
