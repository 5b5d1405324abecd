/** A foreign city's export is taken whole, once, whatever happens in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Challenge } from '@hanoi/core/challenge/schema';
import { getChallenge } from '@hanoi/core/challenge/service';
import { listEvents } from '@hanoi/core/event/repo';
import { findImported } from '@hanoi/core/import/service';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterAll, expect, it } from 'vitest';
import { readMap } from './column-map.ts';
import type { ColumnMap } from './map-schema.ts';
import { openReport } from './report.ts';
import { importFile } from './run.ts';
import { makeSample } from './testing-sample.ts';

const table = useTable();
const folder = mkdtempSync(join(tmpdir(), 'import-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const db = ctx.db;

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function run(
  file: string,
  map: ColumnMap,
  over: { dryRun?: boolean; errorsFile?: string; stopAfter?: number } = {},
) {
  const stop = new AbortController();
  const report = openReport({
    errorsFile: over.errorsFile,
    onRow: ({ counts }) => counts.read === over.stopAfter && stop.abort(),
  });
  await importFile({ file, map, db, dryRun: over.dryRun, report, signal: stop.signal });
  await report.close();
  return report;
}

async function find(source: string, id: string): Promise<Challenge> {
  const [found] = await findImported(ctx, [{ source, id }]);
  return getChallenge(ctx, found as ChallengeId);
}

async function countItems(): Promise<number> {
  let count = 0;
  let from: Record<string, unknown> | undefined;
  do {
    const command = new ScanCommand({ TableName: table.tableName, Select: 'COUNT', ExclusiveStartKey: from });
    const page = await table.client.send(command);
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  } while (from);
  return count;
}

it('takes hundreds of proposals of Decide Madrid once', { timeout: 120_000 }, async () => {
  const sample = makeSample(400);
  const file = write('madrid.csv', sample.text);
  const map = readMap('decide-madrid');
  const errorsFile = join(folder, 'errors.csv');

  const before = await countItems();
  expect((await run(file, map, { dryRun: true })).counts.created).toBe(sample.rows - sample.refused);
  expect(await countItems()).toBe(before);

  const stopped = await run(file, map, { stopAfter: 200 });
  // The chunks in progress are finished.
  expect(stopped.counts.created).toBeGreaterThan(160);
  expect(stopped.counts.created).toBeLessThan(300);

  const rest = await run(file, map, { errorsFile });
  const created = sample.rows - sample.refused;
  expect(rest.counts).toMatchObject({ read: sample.rows, refused: sample.refused, there: stopped.counts.created });
  expect(rest.counts.created).toBe(created - stopped.counts.created);

  const after = await countItems();
  const again = await run(file, map);
  expect(again.counts).toMatchObject({ created: 0, there: created, refused: sample.refused });
  expect(await countItems()).toBe(after);

  const errors = readFileSync(errorsFile, 'utf8').split('\n');
  expect(errors[1]).toMatch(/^"8","\d+","20007","body","description"/);
  expect(errors).toContainEqual(expect.stringMatching(/^"113","\d+","20111","createdAt","created_at","ayer"/));
  expect(errors.filter((line) => line !== '')).toHaveLength(sample.refused + 1);
});

it('keeps text, time, tags and end of a proposal', async () => {
  const file = write('few.csv', makeSample(40).text);
  const map = readMap('decide-madrid');
  await run(file, { ...map, source: { ...map.source, id: 'few' } });
  const open = await find('few', '20004');
  expect(open).toMatchObject({
    status: 'open',
    programme: 'P8',
    tags: ['salud'],
    summary: 'Queremos más mercado en el barrio número 4, para todas las personas.',
    author: { name: 'Decide Madrid' },
    createdAt: '2015-09-15T02:00:00.000Z',
    publishedAt: '2015-09-15T02:00:00.000Z',
  });
  expect(open.body).toBe(
    [
      '**Proponemos** que haya más mercado; es la idea nº 4.',
      'Se puede ver [el "estudio"](https://example.org/4) y esto.',
      '- Primero: medir\n- Después: hacer',
      '| Año | Coste |\n| --- | --- |\n| 2016 | 1\\|2 |',
      'Nguồn: [Decide Madrid](https://decide.madrid.es/proposals/20004)',
    ].join('\n\n'),
  );
  const long = await find('few', '20009');
  expect(long.title).toMatch(/^Propuesta 9: .*…$/);
  expect(long.body).toMatch(/^\*\*Propuesta 9: .*todavía\*\*\n\n/);
  expect(long.summary).toBe('Proponemos que haya más colegio; es la idea nº 9.');
  const retired = await find('few', '20010');
  expect(retired).toMatchObject({
    status: 'closed',
    closeReason: 'Ya se ha hecho',
    updatedAt: '2018-01-01T09:00:00.000Z',
  });
  const { items } = await listEvents(ctx, retired.id, { limit: 10 });
  expect(items.map((event) => event.type)).toEqual(['challenge_closed', 'challenge_raised']);
});

it('takes Decidim, its languages and states, and keeps the authors’ shown names', async () => {
  const header = 'id;author/name;title/ca;title/en;body/ca;body/en;state;url;created_at;category/name/en';
  const long = 'A place for everybody to meet, to read and to rest in the shade.';
  const row = (id: string, author: string, state: string) =>
    `${id};${author};Un lloc per trobar-nos;;<p>${long}</p>;;${state};https://decidim.example/p/${id};2021-05-06 10:00:00 UTC;Culture`;
  const text = [
    header,
    row('1', 'Marta P.', 'accepted'),
    row('2', 'marta@example.org', 'rejected'),
    row('3', 'x', 'withdrawn'),
  ];
  const report = await run(write('decidim.csv', `${text.join('\n')}\n`), readMap('decidim'));
  expect(report.counts).toMatchObject({ created: 2, leftOut: 1, refused: 0 });
  const first = await find('decidim', 'https://decidim.example/p/1');
  expect(first).toMatchObject({
    title: 'Un lloc per trobar-nos',
    status: 'open',
    tags: ['culture'],
    createdAt: '2021-05-06T10:00:00.000Z',
  });
  expect(first.author.name).toBe('Marta P.');
  expect(first.body).toMatch(/Nguồn: \[Decidim\]\(https:\/\/decidim.example\/p\/1\)$/);
  const second = await find('decidim', 'https://decidim.example/p/2');
  expect(second.status).toBe('closed');
  expect(JSON.stringify(second)).not.toContain('@');
});

it('takes our own columns: old wards, points, and every wrong cell named', async () => {
  const long = 'Nước đọng trong ngõ hai ngày mới rút, trẻ em phải nghỉ học.';
  const rows = [
    'Mã,Tiêu đề,Nội dung,Chương trình,Phường/xã,Quận/huyện,Vĩ độ,Kinh độ,Ngày tạo,Từ khóa',
    `a1,Ngõ ngập sau mưa,"${long}",Đô thị,Phường Trúc Bạch,Quận Ba Đình,,,13/05/2024,"ngập lụt, ngõ nhỏ"`,
    `a2,Ngõ ngập sau mưa,"${long}",Môi trường,,,"21,0285","105,8542",,`,
    `a3,Ngắn,"${long}",Thủy sản,Phường Nào Đó,,10.8,106.6,32/05/2024,`,
    `a4,Ngõ ngập sau mưa,"${long}",P6,,,,,,`,
    `a5,Ngõ ngập,"${long}"`,
  ];
  const report = await run(write('hanoi.csv', `${rows.join('\n')}\n`), readMap('hanoi'));
  expect(report.counts).toMatchObject({ created: 2, refused: 3 });
  expect(await find('hanoi', 'a1')).toMatchObject({ ward: '00004', programme: 'P5', tags: ['ngập lụt', 'ngõ nhỏ'] });
  expect(await find('hanoi', 'a2')).toMatchObject({ ward: '00070', point: { lat: 21.0285, lng: 105.8542 } });
  const errors = report.errors.join('\n');
  for (const column of ['Tiêu đề', 'Chương trình', 'Phường/xã', 'Vĩ độ', 'Ngày tạo']) {
    expect(errors).toContain(`row 4 (line 4), column "${column}"`);
  }
  expect(errors).toContain('row 5 (line 5), column "Chương trình": only agencies post in P6');
  expect(errors).toContain('row 6 (line 6), column "Mã": 3 cells, but 10 columns');
});

it('takes what spreadsheets make of codes and dates, and refuses dates of which nobody knows the order', async () => {
  const long = 'Nước đọng trong ngõ hai ngày mới rút, trẻ em phải nghỉ học.';
  const rows = [
    'Mã;Tiêu đề;Nội dung;Chương trình;Phường/xã;Ngày tạo',
    `c1; "Ngõ ngập; sau mưa";${long};P5;70.0;03/11/2025 9:05\u00a0CH`,
    `c2;Ngõ ngập sau mưa;${long};P5;'00070;2025.11.03`,
    `c3;Ngõ ngập sau mưa;${long};P5;TT Đông Anh;03-11-2025 9:05`,
  ];
  const file = write('codes.csv', `${rows.join('\n')}\n`);
  const map = readMap('hanoi');
  expect((await run(file, map)).counts).toMatchObject({ created: 3, refused: 0 });
  const found = await Promise.all(['c1', 'c2', 'c3'].map((id) => find('hanoi', id)));
  expect(found.map(({ title, ward, createdAt }) => [title, ward, createdAt])).toEqual([
    ['Ngõ ngập; sau mưa', '00070', '2025-11-03T14:05:00.000Z'],
    ['Ngõ ngập sau mưa', '00070', '2025-11-02T17:00:00.000Z'],
    ['Ngõ ngập sau mưa', '00454', '2025-11-03T02:05:00.000Z'],
  ]);
  const undeclared = await run(file, { ...map, dateOrder: undefined }, { dryRun: true });
  expect(undeclared.errors).toEqual([
    expect.stringContaining('row 2 (line 2), column "Ngày tạo": day and month could change places: give "dateOrder"'),
    expect.stringContaining('row 4 (line 4)'),
  ]);
  expect([...undeclared.reasons]).toEqual([['wrong createdAt', 2]]);
});

it('counts short rows by reason; a map may take them, and then they are marked', async () => {
  const rows = ['Mã;Tiêu đề;Nội dung;Chương trình', 'd1;Cây;Trồng thêm cây xanh.;P5', 'd2;Trồng thêm cây;Ngắn;P5'];
  const file = write('short.csv', `${rows.join('\n')}\n`);
  const map = readMap('hanoi');
  const strict = await run(file, map);
  expect(strict.counts).toMatchObject({ created: 0, refused: 2 });
  expect([...strict.reasons]).toEqual([['too little text', 2]]);
  const mild = await run(file, { ...map, minimum: { title: 3, body: 10 } });
  expect(mild.counts).toMatchObject({ created: 1, refused: 1 });
  expect([...mild.notes]).toContainEqual(['text shorter than usual, marked so', 1]);
  expect(await find('hanoi', 'd1')).toMatchObject({
    title: 'Cây',
    body: 'Trồng thêm cây xanh.\n\n*Văn bản nhập từ hệ thống cũ, giữ nguyên như bản gốc.*',
  });
});

it('says row by row what of a text was lost, and shows no agency’s name for an author’s', async () => {
  const long = 'Nước đọng trong ngõ hai ngày mới rút, trẻ em phải nghỉ học.';
  const rows = [
    'Mã;Tiêu đề;Nội dung;Chương trình;Người nêu',
    `e1;Ngõ ngập sau mưa;"<p>${long} <a href=""ftp://a.vn/x"">Xem</a> <a href=""https://[::1"">đây</a></p>";P5;UBND phường Láng`,
    `e2;Ngõ ngập sau mưa;"<p>${long} Xem https://a.vn/x_y_z</p>";P5;Trần Thị Lan`,
  ];
  const errorsFile = join(folder, 'warnings.csv');
  const report = await run(write('lost.csv', `${rows.join('\n')}\n`), readMap('hanoi'), { errorsFile });
  expect(report.counts).toMatchObject({ created: 2, refused: 0 });
  expect(report.warnings).toEqual(['row 2 (line 2), column "Nội dung": the link https://[::1 is lost']);
  expect(readFileSync(errorsFile, 'utf8')).toMatch(
    /"2","2","e1","body",.*,"the link https:\/\/\[::1 is lost","warning"/,
  );
  expect((await find('hanoi', 'e1')).author.name).toBe('Danh mục đề xuất của Hà Nội');
  expect((await find('hanoi', 'e2')).author.name).toBe('Trần Thị Lan');
  expect([...report.notes]).toContainEqual(['author not shown', 1]);
});

it('takes one of several rows with one id, in one run or in two at once', async () => {
  const row = '7;Ngõ ngập sau mưa;Nước đọng trong ngõ hai ngày mới rút, trẻ em phải nghỉ học.;Đô thị;13/05/2024';
  const file = write('twice.csv', `Mã;Tiêu đề;Nội dung;Chương trình;Ngày tạo\n${row}\n${row}\n${row}\n`);
  const map = readMap('hanoi');
  const runs = await Promise.all([run(file, map), run(file, map)]);
  expect(runs.map(({ counts }) => counts.created).sort()).toEqual([0, 1]);
  expect(runs.map(({ counts }) => counts.there).sort()).toEqual([2, 3]);
});

it('killed half way, makes exactly the rest the next time; a dry run makes not even a folder', {
  timeout: 120_000,
}, async () => {
  const sample = makeSample(400);
  const file = write('killed.csv', sample.text);
  const dataDir = join(folder, 'data');
  const { TABLE_NAME, AWS_ENDPOINT_URL_DYNAMODB, ...env } = process.env;
  const start = (...args: string[]) => {
    const command = [join(import.meta.dirname, 'main.ts'), file, ...args];
    const child = spawn(process.execPath, command, { env: { ...env, DATA_DIR: dataDir } });
    children.push(child);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    return {
      child,
      ended: new Promise<{ code: number | null; said: string }>((done) => {
        child.once('close', (code) => done({ code, said }));
      }),
    };
  };
  const dry = await start('--dry-run').ended;
  expect(dry.code).toBe(1);
  expect(existsSync(dataDir)).toBe(false);

  const killed = start('--errors', join(folder, 'killed-errors.csv'));
  await expect
    .poll(() => readIfThere(join(folder, 'killed-errors.csv')).includes('"113"'), { timeout: 60_000 })
    .toBe(true);
  killed.child.kill('SIGKILL');
  await killed.ended;

  const count = (said: string, what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(said)?.[1]);
  const rest = await start().ended;
  expect(rest.code).toBe(1);
  const made = sample.rows - sample.refused;
  expect(count(rest.said, 'there already')).toBeGreaterThan(50);
  expect(count(rest.said, 'created')).toBeGreaterThan(50);
  expect(count(rest.said, 'created') + count(rest.said, 'there already')).toBe(made);
  const again = await start('--dry-run').ended;
  expect(count(again.said, 'there already')).toBe(made);
});

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
