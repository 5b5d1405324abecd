/** Files are read as a spreadsheet would show them, whichever program wrote them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openCsv, type Row } from './csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, encoding?: string) {
  const file = join(folder, 'file.csv');
  writeFileSync(file, content);
  const csv = await openCsv(file, encoding);
  const rows: Row[] = [];
  for await (const row of csv.rows()) rows.push(row);
  return { ...csv, rows };
}

it.each([
  [',', 'id,title\n1,"a;b"\n'],
  [';', 'id;title\r\n1;"a;b"\r\n'],
  ['\t', 'id\ttitle\n1\ta;b'],
])('finds the separator %j', async (separator, text) => {
  const csv = await read(text);
  expect(csv.separator).toBe(separator);
  expect(csv.header).toEqual(['id', 'title']);
  expect(csv.rows.map((row) => row.cells)).toEqual([['1', 'a;b']]);
});

it('takes a byte order mark and the line by which Excel names the separator', async () => {
  const csv = await read('\uFEFFsep=;\r\nid;tên, họ\r\n1;"hai\r\ndòng"\r\n2;b\r\n');
  expect(csv.header).toEqual(['id', 'tên, họ']);
  expect(csv.rows).toEqual([
    { cells: ['1', 'hai\ndòng'], row: 2, line: 3 },
    { cells: ['2', 'b'], row: 3, line: 5 },
  ]);
});

it('counts rows and lines, empty ones too', async () => {
  const { rows } = await read('id;title\n1;"a\n""b""\nc"\n\n;\n2;d;;\n3;e;f\n4\n');
  expect(rows.map(({ cells, row, line }) => [cells.length, row, line])).toEqual([
    [2, 2, 2],
    [2, 5, 7],
    [3, 6, 8],
    [1, 7, 9],
  ]);
});

it('lets a stray quotation mark be text', async () => {
  const { rows } = await read('id;title\n1;nói "chào" rồi đi\n2;"a"b\n3;c\n');
  expect(rows.map((row) => row.cells[1])).toEqual(['nói "chào" rồi đi', '"a"b', 'c']);
});

it('says where a quotation mark is never closed', async () => {
  await expect(read('id;title\n1;a\n2;"b\n3;c\n')).rejects.toThrow('Row 3 (line 3)');
});

it('says which line is not UTF-8, wherever the file is cut for reading', async () => {
  const lines = Array.from({ length: 20_000 }, (_, number) => `${number};đường phố\n`).join('');
  const latin = Buffer.concat([Buffer.from(`id;title\n${lines}x;`), Buffer.from([0xe9]), Buffer.from('\ny;z\n')]);
  await expect(read(latin)).rejects.toThrow('Line 20002 is not UTF-8');
  await expect(read(Buffer.from('id;title\n1;a', 'utf16le'))).rejects.toThrow('zero bytes');
  await expect(read(Buffer.from('\uFEFFid;title', 'utf16le'))).rejects.toThrow('UTF-16');
});

it('says that the names of the columns are not UTF-8, and what to do', async () => {
  const latin = Buffer.from('id;título\n1;a\n', 'latin1');
  await expect(read(latin)).rejects.toThrow(/names of the columns are not UTF-8.*--encoding windows-1258/s);
});

it('reads the encoding that is declared', async () => {
  const spanish = await read(Buffer.from('id;título\n1;año\n', 'latin1'), 'windows-1252');
  expect([spanish.header, spanish.rows[0]?.cells]).toEqual([
    ['id', 'título'],
    ['1', 'año'],
  ]);
  const excel = await read(Buffer.from('\uFEFFsep=;\r\nid;đường\r\n1;phố\r\n', 'utf16le'), 'utf-16le');
  expect([excel.header, excel.rows[0]]).toEqual([['id', 'đường'], { cells: ['1', 'phố'], row: 2, line: 3 }]);
  // Windows-1258 writes accents after their letters.
  const bytes = [...Buffer.from('id;ph'), 0xf4, 0xec, ...Buffer.from('\n1;'), 0xf0, ...Buffer.from('\n')];
  const old = await read(Buffer.from(bytes), 'windows-1258');
  expect([old.header[1]?.normalize('NFC'), old.rows[0]?.cells[1]]).toEqual(['phố', 'đ']);
  await expect(read('id;title\n', 'tcvn3')).rejects.toThrow('There is no encoding tcvn3');
});

it('takes blanks before a quotation mark', async () => {
  const { rows } = await read('id, title, body\n1, "một, hai", ba\n2,"bốn", "năm"\n');
  expect(rows.map((row) => row.cells)).toEqual([
    ['1', 'một, hai', 'ba'],
    ['2', 'bốn', 'năm'],
  ]);
  const tabs = await read('id\ttitle\tbody\n1\t\tba\n');
  expect(tabs.rows[0]?.cells).toEqual(['1', '', 'ba']);
});

it('takes quotation marks that MySQL escapes', async () => {
  const { rows } = await read('"id","title"\n"1","nói \\"chào\\", rồi đi"\n"2","C:\\\\"\n');
  expect(rows.map((row) => row.cells[1])).toEqual(['nói "chào", rồi đi', 'C:\\']);
  const doubled = await read('id,title\n1,"ở ""C:\\"" hay ""D:\\"", tùy"\n');
  expect(doubled.rows[0]?.cells[1]).toBe('ở "C:\\" hay "D:\\", tùy');
});

it('recognises files that are no CSV', async () => {
  await expect(read('')).rejects.toThrow('is empty');
  await expect(read('chỉ một cột\n1\n')).rejects.toThrow('does not look like CSV');
  await expect(openCsv(join(folder, 'none.csv'))).rejects.toThrow('There is no file');
});
