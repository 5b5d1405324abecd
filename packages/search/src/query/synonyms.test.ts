/** Every line of the file of synonyms says something, and says it once. */
import { describe, expect, it } from 'vitest';
import { synonymsText } from '../data/synonyms.ts';
import { wordsIn } from '../text/words.ts';
import { keyOf, linesOf, mayMean, synonyms } from './synonyms.ts';

const lines = linesOf(synonymsText);

describe('the file of synonyms', () => {
  it.each(lines.map((line) => [line.group?.join(', ') ?? `${line.short} => ${line.long}`, line] as const))(
    '%s',
    (_, { group, short, long }) => {
      const phrases = group ?? [short!, long!];
      expect(phrases.length).toBeGreaterThan(1);
      for (const phrase of phrases) {
        expect(wordsIn(phrase).length).toBeGreaterThan(0);
        expect(phrase).toBe(phrase.normalize('NFC').toLocaleLowerCase('vi'));
      }
      expect(new Set(phrases.map(keyOf)).size).toBe(phrases.length);
    },
  );

  it('has no line twice', () => {
    const spelt = lines.map(({ group, short, long }) => (group ? group.toSorted().join() : `${short}=>${long}`));
    expect(spelt.filter((line, index) => spelt.indexOf(line) !== index)).toEqual([]);
  });
});

describe('a synonym', () => {
  const of = (phrase: string) =>
    synonyms()
      .get(wordsIn(phrase)[0]!.folded)
      ?.find(({ words }) => words.map(({ exact }) => exact).join(' ') === phrase);
  const others = (phrase: string) => of(phrase)!.others.map((words) => words.map(({ exact }) => exact).join(' '));

  it('is found both ways in a group, one way behind an arrow, with all that the long form means', () => {
    expect(others('bus')).toContain('xe buýt');
    expect(others('xe buýt')).toContain('bus');
    expect(others('bv')).toEqual(expect.arrayContaining(['bệnh viện', 'hospital']));
    expect(others('bệnh viện')).not.toContain('bv');
  });

  it('has one meaning with the others of its group', () => {
    expect(of('bus')!.concept).toBe(of('xe buýt')!.concept);
    expect(of('bus')!.concept).not.toBe(of('chợ')!.concept);
  });

  it('is not meant by a word with other marks', () => {
    const [cho] = wordsIn('chợ');
    expect(mayMean(wordsIn('cho')[0]!, cho!)).toBe(true);
    expect(mayMean(wordsIn('chó')[0]!, cho!)).toBe(false);
  });
});
