/** The tables of docs/performance.md: figures go between marks, the prose around them stays. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Memory } from './built-site.ts';
import type { Figures, LoadOptions } from './load.ts';
import type { Operation } from './operations.ts';
import type { PageFigures } from './pages.ts';
import type { Starts } from './starts.ts';

export type Speed = {
  sizes: readonly number[];
  load: LoadOptions;
  yardstick: Figures;
  /** One figure for each size. */
  rows: readonly { name: string; figures: readonly Figures[]; least: Operation['least'] }[];
  memory: readonly { idle: Memory; loaded: Memory }[];
};

/** The table of one size, or of two with what is kept of the speed of the first. */
export function speedTable({ sizes, load, yardstick, rows, memory }: Speed): string {
  const lines =
    sizes.length > 1
      ? [
          head('operation', ...sizes.map((size) => `${count(size)} challenges, /s`), 'kept', 'CPU ms', 'CPU ms'),
          ...rows.map(({ name, figures }) =>
            row(
              name,
              ...figures.map(({ perSecond }) => count(perSecond)),
              percent(figures[1]!.perSecond / figures[0]!.perSecond),
              ...figures.map(({ serverMs, engineMs }) => (serverMs + engineMs).toFixed(2)),
            ),
          ),
        ]
      : [
          head('operation', '/s', 'at least', 'p99 ms', 'at most', 'of yardstick', 'server CPU ms', 'engine CPU ms'),
          ...rows.map(({ name, figures: [one], least }) => row(name, ...speedCells(one!, least, yardstick))),
          row('yardstick: 10 KB from memory', ...speedCells(yardstick, undefined, yardstick)),
        ];
  const held = memory.map(
    ({ idle, loaded }, index) =>
      `${count(sizes[index]!)} challenges: ${megabytes(idle)} idle, ${megabytes(loaded)} after the load`,
  );
  const loaded = `Loaded ${load.runs} times for ${load.seconds} s each; the median counts.`;
  return [origin(), '', ...lines, '', `Memory of all processes: ${held.join('; ')}. ${loaded}`].join('\n');
}

function speedCells(one: Figures, least: Operation['least'], yardstick: Figures): string[] {
  return [
    count(one.perSecond),
    least ? count(least.perSecond) : '',
    count(one.p99),
    least ? count(least.p99) : '',
    percent(one.perSecond / yardstick.perSecond),
    one.serverMs.toFixed(2),
    one.engineMs.toFixed(2),
  ];
}

/** The tables of starts, sizes and pages. */
export function pageTable(starts: Starts, { bundle, pages }: PageFigures): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    origin(),
    '',
    head('start or size', 'is', 'at most'),
    row('first start: build and demo seed', seconds(starts.firstMs), '60 s'),
    row('later start', seconds(starts.againMs), '5 s'),
    row('built server to its first list, beyond the engine', `${count(starts.beyondEngineMs)} ms`, '300 ms'),
    row('API bundle, minified: a cold start', `${count(bundle.startKb)} KB`, ''),
    row('API bundle, minified: with its heaviest route', `${count(bundle.heaviestKb)} KB`, '800 KB'),
    row('API bundle ready after', `${count(bundle.readyMs)} ms`, '150 ms'),
    '',
    head(
      'first visit, gzip',
      'JavaScript KB',
      'CSS KB',
      'fonts KB',
      'HTML KB',
      'requests',
      'contentful paint ms',
      'blocking ms',
      'layout shift',
    ),
    ...pages.map((page) =>
      row(
        page.name,
        ...[page.script, page.style, page.font, page.document].map((bytes) => (bytes / 1024).toFixed(1)),
        String(page.requests),
        count(page.paintMs),
        count(page.blockingMs),
        page.shift.toFixed(3),
      ),
    ),
    row('at most', '45', '15', '60', '25', '12', '900', '50', '0'),
  ].join('\n');
}

/** Puts `table` between the marks of `section`. Throws when the file has no such marks. */
export function writeSection(file: string, section: string, table: string): void {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no section ${begin} … ${end}.`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`);
}

/** Where and when it was measured. */
function origin(): string {
  const [cpu] = cpus();
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') ? ', with changes' : '';
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${machine}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}${changed}`;
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const head = (...cells: string[]) =>
  `${row(...cells)}\n|${cells.map((_, index) => (index === 0 ? ' --- ' : ' ---: ')).join('|')}|`;
const count = (value: number) => Math.round(value).toLocaleString('en');
const megabytes = ({ all, engine }: Memory) => `${count(all)} MB (engine ${count(engine)})`;
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
