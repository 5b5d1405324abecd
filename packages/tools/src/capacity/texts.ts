/** Texts of a given length, in Vietnamese, whose letters take more bytes than they are. */
import type { Texts } from './actions.ts';

export type Lengths = { body: number; comment: number; pictures: number; alt: number };

/** Numbers tell one text from another: what an author posted before would be held as a repeat. They all have three digits. */
const sentenceOf = (number: number) =>
  `Sau mỗi trận mưa lớn thứ ${number}, nước ngập đến đầu gối ở ngõ này, ${number} xe máy chết máy và ${number} trẻ em phải nghỉ học. `;

const ofLength = (letters: number, sentence: string) =>
  sentence
    .repeat(Math.ceil(letters / sentence.length))
    .slice(0, letters)
    .trim();

/** What people write, of the lengths that are assumed (in letters): each time another text. */
export function textsOf({ body, comment, pictures, alt }: Lengths): Texts {
  let written = 0;
  const another = () => sentenceOf(100 + (written++ % 900));
  const subject = (sentence: string) => ({ summary: sentence.trim(), body: ofLength(body, sentence) });
  return {
    challenge: () => ({
      ...subject(another()),
      title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
      programme: 'P5',
      tags: ['ngập lụt', 'thoát nước'],
      ward: '00331',
    }),
    solution: () => ({ ...subject(another()), title: 'Bể trữ nước mưa dưới sân trường' }),
    comment: () => ({ body: ofLength(comment, another()), stance: 'for' }),
    alts: Array<string>(pictures).fill(ofLength(alt, sentenceOf(100))),
  };
}
