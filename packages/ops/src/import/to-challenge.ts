/** Makes a new challenge of a row, or says what is wrong with it, cell by cell. Knows no table. */

import { assertClosingDate } from '@hanoi/core/card/rules';
import { completeText, tagLimit, tagSchema, textLimits } from '@hanoi/core/card/schema';
import { type NewChallenge, newChallengeSchema } from '@hanoi/core/challenge/schema';
import type { Ending } from '@hanoi/core/import/service';
import { personNameOf } from '@hanoi/core/person/name-rule';
import { type Programme, programmeCodeSchema } from '@hanoi/core/programme/schema';
import { AppError } from '@hanoi/core/shared/app-error';
import { cleanText, lineOfText } from '@hanoi/core/shared/text';
import { z } from '@hanoi/core/shared/zod';
import type { Point } from '@hanoi/core/ward/schema';
import { assertPointInWard, wardAt } from '@hanoi/core/ward/service';
import type { Binding } from './column-map.ts';
import { lossesOf } from './compare.ts';
import type { ColumnMap, FieldName } from './map-schema.ts';
import { toLine, toMarkdown, toText } from './markdown.ts';
import { type CellError, createReader, type RowReader } from './row-reader.ts';
import { cutAtWord, fitBody, fitSummary, fitTitle } from './shorten.ts';
import type { WardFinder } from './wards.ts';

/** What was done to a row to make it fit, counted in the report. */
export type Note =
  | 'text shorter than usual, marked so'
  | 'author not shown'
  | 'title shortened'
  | 'summary made'
  | 'summary shortened'
  | 'body shortened'
  | 'tags dropped'
  | 'ward of the former district’s name'
  | 'ward of a former unit, only likely'
  | 'ward left out';

export type Draft = {
  id: string;
  input: NewChallenge;
  createdAt: Date;
  author: string | undefined;
  ending: Ending | undefined;
  notes: Note[];
  /** What was lost of its text. */
  warnings: CellError[];
};

export type Reading = { draft: Draft } | { errors: CellError[]; id: string } | { leftOut: true };

export type Settings = {
  map: ColumnMap;
  binding: Binding;
  wards: WardFinder;
  programmes: readonly Programme[];
  now: Date;
};

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
  const programme = programmeOf(settings, reader);
  const [tags, closesAt] = [tagsOf(reader, notes), closingOf(reader, createdAt)];
  if (reader.errors.length > 0) return { errors: reader.errors, id };
  const parsed = schemaOf(settings.map).safeParse({ ...texts, ...place, programme, tags, closesAt });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) reader.refuse(issue.path[0] as FieldName, issue.message);
    return { errors: reader.errors, id };
  }
  const ending = status === 'closed' ? endingOf(settings, reader, createdAt) : undefined;
  const { warnings } = reader;
  return { draft: { id, input: parsed.data, createdAt, author: authorOf(reader, notes), ending, notes, warnings } };
}

/** Put below texts that are shorter than people's must be; they are shown as they were. */
const marked = '*Văn bản nhập từ hệ thống cũ, giữ nguyên như bản gốc.*';

/** Shortest title and text that are taken. */
function leastOf(map: ColumnMap) {
  return { title: map.minimum?.title ?? textLimits.title[0], body: map.minimum?.body ?? textLimits.body[0] };
}

/** What people must write, but for the lengths the map takes of old texts. A mark makes a short text long enough. */
function schemaOf(map: ColumnMap) {
  if (!map.minimum) return newChallengeSchema;
  const least = leastOf(map);
  return z.strictObject({
    ...newChallengeSchema.shape,
    title: lineOfText(least.title, textLimits.title[1]),
    summary: lineOfText(Math.min(least.body, textLimits.summary[0]), textLimits.summary[1]),
    body: completeText.body,
    programme: programmeCodeSchema,
  });
}

function textsOf({ map }: Settings, reader: RowReader, id: string, notes: Note[]) {
  const cells = reader.texts('body');
  const least = leastOf(map);
  const given = toLine(reader.value('summary'));
  const written = cells
    .map((cell) => converted(reader, cell))
    .filter(Boolean)
    .join('\n\n');
  // Some say it all in the summary.
  const body = written.length < least.body && given ? [given, written].filter(Boolean).join('\n\n') : written;
  const { length } = cleanText(body);
  if (length < least.body) {
    const message = `too little text: ${length} characters, at least ${least.body} are needed`;
    reader.refuse('body', message, 'too little text');
    return undefined;
  }
  const title = toLine(cleanText(reader.value('title')));
  if (title.length < least.title) {
    const message = `too short: ${title.length} characters, at least ${least.title} are needed`;
    reader.refuse('title', message, 'title too short');
  }
  const titled = fitTitle(title, cleanText(body));
  const summed = fitSummary(cleanText(given), () => cells.map(toText).join('\n'));
  const isShort = length < textLimits.body[0] || title.length < textLimits.title[0];
  const ending = [isShort && marked, creditOf(map, reader, id)].filter(Boolean).join('\n\n');
  const whole = fitBody(titled.body, ending);
  if (isShort) notes.push('text shorter than usual, marked so');
  if (titled.cut) notes.push('title shortened');
  if (summed.made) notes.push('summary made');
  if (summed.cut) notes.push('summary shortened');
  if (whole.cut) notes.push('body shortened');
  return { title: titled.title, summary: summed.summary, body: whole.body };
}

/** Markdown of a cell of the body; what it no longer shows is a warning. */
function converted(reader: RowReader, cell: string): string {
  const markdown = toMarkdown(cell);
  for (const loss of lossesOf(cell, markdown)) reader.warn('body', loss);
  return markdown;
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
  const named = name || district ? wards.find(name || district, name ? district : '') : undefined;
  const pinned = await pointOf(reader);
  const found = narrowed(named, pinned?.ward);
  if (found && 'moved' in found && found.moved) notes.push('ward of the former district’s name');
  if (found && 'likely' in found && found.likely) notes.push('ward of a former unit, only likely');
  if (found && 'reason' in found) {
    if (map.unknownWard === 'ignore') notes.push('ward left out');
    else reader.refuse(name ? 'ward' : 'district', `"${name || district}" ${found.reason}`);
  }
  const ward = found && 'code' in found ? found.code : null;
  if (ward && pinned) await assertAgree(reader, pinned.point, ward);
  return { ward, point: pinned?.point ?? null };
}

/** Where a former name may mean several wards of today, the pin says which. */
function narrowed(found: ReturnType<WardFinder['find']> | undefined, pinned: string | undefined) {
  return pinned && found?.candidates?.includes(pinned) ? { code: pinned } : found;
}

async function assertAgree(reader: RowReader, point: Point, ward: string): Promise<void> {
  const refusal = await assertPointInWard(point, ward).catch((error: unknown) => error);
  if (refusal === undefined) return;
  if (!(refusal instanceof AppError) || refusal.code !== 'point_not_in_ward') throw refusal;
  const [pointWard, named] = [refusal.data.pointWard, refusal.data.ward] as { name: string }[];
  reader.refuse('lat', `${point.lat}, ${point.lng} lies in ${pointWard?.name}, not in ${named?.name}`);
}

async function pointOf(reader: RowReader) {
  const [lat, lng] = [reader.number('lat'), reader.number('lng')];
  if (lat === undefined || lng === undefined) return null;
  const point = { lat, lng };
  const ward = await wardAt(point).catch(() => undefined);
  if (ward) return { point, ward };
  reader.refuse('lat', `${lat}, ${lng} lies outside Hanoi`);
  return null;
}

function programmeOf({ programmes }: Settings, reader: RowReader): string {
  const value = reader.value('programme');
  const known = programmes.find(({ code }) => code === value);
  if (!value) reader.refuse('programme', 'no programme: give --programme, or a default in the map');
  else if (!known) reader.refuse('programme', `"${value}" is none of ${programmes.map(({ code }) => code).join(', ')}`);
  else if (known.retiredAt) reader.refuse('programme', `${value} was retired: nothing new is raised in it`);
  else if (known.restricted) reader.refuse('programme', `only agencies post in ${value}`);
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

/**
 * The name shown at the source, as far as a person here could have it: no agency's, and nothing that looks like an address
 * or a number to call. What is not shown is counted.
 */
function authorOf(reader: RowReader, notes: Note[]): string | undefined {
  const given = toLine(cleanText(reader.value('author')));
  if (!given) return undefined;
  const isContact = given.includes('@') || /\d{6,}/.test(given.replace(/[\s.-]/g, ''));
  const name = isContact ? undefined : personNameOf(cutAtWord(given, 60));
  if (!name) notes.push('author not shown');
  return name;
}

function endingOf({ map, now }: Settings, reader: RowReader, createdAt: Date): Ending {
  const at = reader.time('endedAt') ?? now;
  const reason = toLine(reader.value('endReason'));
  const said = reason.length >= 3 ? cutAtWord(reason, 500) : `Đã kết thúc tại nguồn: ${map.source.name}`;
  return { reason: said, at: at < createdAt ? createdAt : at > now ? now : at };
}
