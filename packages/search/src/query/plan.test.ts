/** Questions are read as people type them. */
import { describe, expect, it } from 'vitest';
import { piecesOf, planOf, type Term } from './plan.ts';

const read = (question: string) => planOf(piecesOf(question));
const spelt = ({ words }: Pick<Term, 'words'>) => words.map(({ exact }) => exact).join(' ');
const terms = (question: string) => read(question).terms.map(spelt);
const without = (question: string) => read(question).without.map((words) => spelt({ words }));

describe('a question', () => {
  it('is taken apart into words and what is one word for people', () => {
    expect(terms('xe buýt chậm')).toEqual(['xe buýt', 'chậm']);
    expect(read('xe buýt').terms[0]!.others.map((words) => spelt({ words }))).toContain('bus');
  });

  it('keeps what stands in quotes together, without anything in its place', () => {
    const [term] = read('"xe buýt"').terms;
    expect(term).toMatchObject({ isQuoted: true, others: [], parts: [] });
    expect(terms('“hồ Tây” sạch')).toEqual(['hồ tây', 'sạch']);
  });

  it('leaves out words and phrases behind a minus', () => {
    expect(terms('rác -"phố cổ" -nhựa')).toEqual(['rác']);
    expect(without('rác -"phố cổ" -nhựa')).toEqual(['phố cổ', 'nhựa']);
    expect(terms('Nhổn - ga Hà Nội')).toEqual(['nhổn', 'ga', 'hà', 'nội']);
    expect(without('drug-free')).toEqual([]);
  });

  it('passes over words that say little, but not where there are no others', () => {
    expect(terms('tôi muốn hỏi về cây')).toEqual(['cây']);
    expect(terms('ai')).toEqual(['ai']);
    expect(terms('where can I park')).toEqual(['park']);
  });

  it('does not take a word without marks for one that says little where it may be another', () => {
    expect(terms('cho hoa')).toEqual(['cho', 'hoa']);
    expect(terms('cho tôi chợ hoa')).toEqual(['chợ', 'hoa']);
  });

  it('knows places with and without their sort, and the word "former" behind them', () => {
    for (const question of ['phường Láng Thượng', 'P. Láng Thượng', 'Láng Thượng', 'phường Láng Thượng cũ']) {
      expect(terms(question)).toEqual(['láng thượng']);
      expect(read(question).terms[0]!.wards.length).toBeGreaterThan(0);
    }
  });

  it('has the parts of a phrase for where they stand apart', () => {
    expect(read('garbage collection').terms[0]!.parts.map(spelt)).toEqual(['garbage', 'collection']);
  });

  it.each(['', '   ', '"', '""', '-', '-"', '* ( NEAR( " OR', '\u0000', '😀'])('never fails: %j', (question) => {
    expect(read(question).terms.every(({ words }) => words.length > 0)).toBe(true);
  });
});
