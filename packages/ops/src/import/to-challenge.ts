/** Makes a new challenge of a row, or says what is wrong with it, cell by cell. Knows no table. */

import { assertClosingDate } from '@hanoi/core/card/rules';
import { tagLimit, tagSchema, textLimits } from '@hanoi/core/card/schema';
import { type NewChallenge, newChallengeSchema } from '@hanoi/core/challenge/schema';
import type { Ending } from '@hanoi/core/import/service';
import { programmeOf as programmeCard, programmeCodeSchema } from '@hanoi/core/programme/schema';
import { cleanText } from '@hanoi/core/shared/text';
import { wardAt } from '@hanoi/core/ward/service';
import type { Binding } from './column-map.ts';
import type { ColumnMap, FieldName } from './map-schema.ts';
import { toLine, toMarkdown, toText } from './markdown.ts';
import { type CellError, createReader, type RowReader } from './row-reader.ts';
import { cutAtWord, fitBody, fitSummary, fitTitle } from './shorten.ts';
import type { WardFinder } from './wards.ts';

/** What was done to a row to make it fit, counted in the report. */
export type Note =
  | 'title shortened'
  | 'summary made'
  | 'summary shortened'
  | 'body shortened'
  | 'tags dropped'
  | 'ward of the former district’s name'
  | 'ward left out';

export type Draft = {
  id: string;
  input: NewChallenge;
  createdAt: Date;
  author: string | undefined;
  ending: Ending | undefined;
  notes: Note[];
};

export type Reading = { draft: Draft } | { errors: CellError[]; id: string } | { leftOut: true };

export type Settings = { map: ColumnMap; binding: Binding; wards: WardFinder; now: Date };

/** Reads one row. */
export async function toChallenge(settings: Settings, cells: readonly string[]): Promise<Reading> {
  const reader = createReader(settings.map, settings.binding, cells);
  const status = reader.value('status') || 'open';
  if (status === 'skip') return { leftOut: true };
  if (status !== 'open' && status !== 'closed') reader.refuse('status', `"${status}" is not open, closed or skip`);
  const notes: Note[] = [];
  const id = reader.value('id');
  if (!id) reader.refuse('id', 'has no id, so a second run could not know the row again');
  const createdAt = reader.time('createdAt') ?? settings.now;
  if (createdAt > settings.now) reader.refuse('createdAt', 'lies in the future');
  const texts = textsOf(settings, reader, id, notes);
  const place = await placeOf(settings, reader, notes);
  const programme = programmeOf(reader);
  const [tags, closesAt] = [tagsOf(reader, notes), closingOf(reader, createdAt)];
  if (reader.errors.length > 0) return { errors: reader.errors, id };
  const parsed = newChallengeSchema.safeParse({ ...texts, ...place, programme, tags, closesAt });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) reader.refuse(issue.path[0] as FieldName, issue.message);
    return { errors: reader.errors, id };
  }
  const ending = status === 'closed' ? endingOf(settings, reader, createdAt) : undefined;
  return { draft: { id, input: parsed.data, createdAt, author: authorOf(reader), ending, notes } };
}

function textsOf({ map }: Settings, reader: RowReader, id: string, notes: Note[]) {
  const cells = reader.texts('body');
  const given = toLine(reader.value('summary'));
  const written = cells.map(toMarkdown).filter(Boolean).join('\n\n');
  // Some say it all in the summary.
  const body = written.length < textLimits.body[0] && given ? [given, written].filter(Boolean).join('\n\n') : written;
  if (cleanText(body).length < textLimits.body[0]) {
    reader.refuse('body', `too little text: ${body.length} characters, at least ${textLimits.body[0]} are needed`);
    return undefined;
  }
  const title = toLine(cleanText(reader.value('title')));
  if (title.length < textLimits.title[0]) {
    reader.refuse('title', `too short: ${title.length} characters, at least ${textLimits.title[0]} are needed`);
  }
  const titled = fitTitle(title, cleanText(body));
  const summed = fitSummary(cleanText(given), () => cells.map(toText).join('\n'));
  const whole = fitBody(titled.body, creditOf(map, reader, id));
  if (titled.cut) notes.push('title shortened');
  if (summed.made) notes.push('summary made');
  if (summed.cut) notes.push('summary shortened');
  if (whole.cut) notes.push('body shortened');
  return { title: titled.title, summary: summed.summary, body: whole.body };
}

function creditOf(map: ColumnMap, reader: RowReader, id: string): string {
  const url = reader.value('url');
  const values: Record<string, string> = {
    id: encodeURIComponent(id),
    url: /^https?:\/\/[^\s()<>]+$/.test(url) ? url : '',
  };
  const template = map.source.credit ?? '';
  const used = [...template.matchAll(/\{(id|url)\}/g)].map((found) => values[found[1]!]);
  return used.every(Boolean) ? template.replace(/\{(id|url)\}/g, (_, name: string) => values[name]!) : '';
}

async function placeOf({ map, wards }: Settings, reader: RowReader, notes: Note[]) {
  const name = toLine(reader.value('ward'));
  const district = toLine(reader.value('district'));
  const found = name || district ? wards.find(name || district, name ? district : '') : undefined;
  if (found && 'moved' in found && found.moved) notes.push('ward of the former district’s name');
  if (found && 'reason' in found) {
    if (map.unknownWard === 'ignore') notes.push('ward left out');
    else reader.refuse(name ? 'ward' : 'district', `"${name || district}" ${found.reason}`);
  }
  const ward = found && 'code' in found ? found.code : null;
  return { ward, point: await pointOf(reader) };
}

async function pointOf(reader: RowReader) {
  const [lat, lng] = [reader.number('lat'), reader.number('lng')];
  if (lat === undefined || lng === undefined) return null;
  const point = { lat, lng };
  const inside = await wardAt(point).catch(() => undefined);
  if (!inside) reader.refuse('lat', `${lat}, ${lng} lies outside Hanoi`);
  return point;
}

function programmeOf(reader: RowReader): string {
  const value = reader.value('programme');
  const code = programmeCodeSchema.safeParse(value).data;
  if (!value) reader.refuse('programme', 'no programme: give --programme, or a default in the map');
  else if (!code) reader.refuse('programme', `"${value}" is none of P1 to P9`);
  else if (programmeCard(code).restricted) reader.refuse('programme', `only agencies post in ${code}`);
  return value;
}

function closingOf(reader: RowReader, createdAt: Date): string | null {
  const closesAt = reader.time('closesAt')?.toISOString() ?? null;
  try {
    assertClosingDate(closesAt, createdAt);
  } catch {
    reader.refuse('closesAt', 'is not within two years after the challenge was raised');
  }
  return closesAt;
}

/** Tags nobody could type here are left out, and so are those beyond the fifth. */
function tagsOf(reader: RowReader, notes: Note[]): string[] {
  const given = reader.parts('tags').map((tag) => toLine(tag).replace(/^#/, ''));
  const tags = given.flatMap((tag) => tagSchema.safeParse(tag).data ?? []);
  const kept = [...new Set(tags)].slice(0, tagLimit);
  if (kept.length < new Set(given).size) notes.push('tags dropped');
  return kept;
}

/** The name shown at the source; never anything that looks like an address or a number to call. */
function authorOf(reader: RowReader): string | undefined {
  const name = toLine(cleanText(reader.value('author')));
  if (name.length < 2 || name.includes('@') || /\d{6,}/.test(name.replace(/[\s.-]/g, ''))) return undefined;
  return cutAtWord(name, 60);
}

function endingOf({ map, now }: Settings, reader: RowReader, createdAt: Date): Ending {
  const at = reader.time('endedAt') ?? now;
  const reason = toLine(reader.value('endReason'));
  const said = reason.length >= 3 ? cutAtWord(reason, 500) : `Đã kết thúc tại nguồn: ${map.source.name}`;
  return { reason: said, at: at < createdAt ? createdAt : at > now ? now : at };
}
