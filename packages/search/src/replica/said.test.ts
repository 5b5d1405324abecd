/** What a thing says is read as it was written, whatever the numbers of its words. */
import { expect, it } from 'vitest';
import { wordsIn } from '../text/words.ts';
import { openReplica } from './file.ts';
import { type Numbers, openSaid, openSaidWriter } from './said.ts';
import { openNumbering, openSpellings } from './spellings.ts';

function open() {
  const db = openReplica(':memory:');
  const { word, numbersOf } = openSpellings(db);
  const writer = openSaidWriter(db);
  const read = openSaid(db);
  return {
    db,
    numbersOf,
    put(n: number, title: string, { tags = '', summary = '', body = '' } = {}) {
      writer.put(n, { title: wordsIn(title), tags: wordsIn(tags), summary: wordsIn(summary), body: wordsIn(body) });
      writer.forget();
    },
    parts(n: number) {
      const { isUnmarked, ...parts } = read(n);
      const spelt = (numbers: Numbers) => Array.from(numbers, (number) => word(number).exact).join(' ');
      const spelled = Object.entries(parts).map(([name, said]) => [name, spelt(said)]);
      return { ...(Object.fromEntries(spelled) as Record<keyof typeof parts, string>), isUnmarked };
    },
  };
}

it('keeps the words of each part, with their marks', () => {
  const { put, parts } = open();
  put(1, 'Ngõ tối', { tags: 'đèn', summary: 'Hỏng đèn', body: 'Từ lâu.' });
  const all = { title: 'ngõ tối', tags: 'đèn', summary: 'hỏng đèn', body: 'từ lâu', isUnmarked: false };
  expect(parts(1)).toEqual(all);
});

it('takes a text without a summary for one, and knows what was written without marks', () => {
  const { put, parts } = open();
  put(1, '', { body: 'ngo toi lam' });
  expect(parts(1)).toMatchObject({ summary: 'ngo toi lam', body: '', isUnmarked: true });
});

it('keeps what is said first, so that its words stand at the same places as in the text', () => {
  const { put, parts } = open();
  put(1, '', { summary: 'nghiêng '.repeat(300), body: 'sau' });
  expect(parts(1).body).toBe('');
  put(1, '', { summary: 'ai '.repeat(400), body: 'sau '.repeat(400) });
  expect(parts(1).body).toBe('sau '.repeat(75).trim());
});

it('has room for more words than two bytes can number', () => {
  const { db, put, parts } = open();
  put(1, 'Ngõ');
  db.exec("UPDATE sqlite_sequence SET seq = 70000 WHERE name = 'spelling'");
  put(2, 'Ngõ tối');
  expect([parts(1).title, parts(2).title]).toEqual(['ngõ', 'ngõ tối']);
});

it('numbers each spelling of a word once, and none again', () => {
  const { db, put, numbersOf, parts } = open();
  put(1, 'ngõ Ngõ NGÕ ngo');
  // Capitals are told apart: they may be an abbreviation.
  expect(numbersOf('ngo')).toHaveLength(3);
  db.exec('BEGIN');
  const { numberOf, forget } = openNumbering(db);
  const taken = numberOf(wordsIn('tối')[0]!);
  db.exec('COMMIT; DELETE FROM spelling');
  forget();
  expect(numberOf(wordsIn('sáng')[0]!)).toBeGreaterThan(taken);
  expect(openSpellings(db).word(taken)).toEqual({ exact: '', folded: '' });
  expect(parts(9).title).toBe('');
});
