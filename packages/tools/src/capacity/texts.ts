/** Texts of a given length, in Vietnamese, whose letters take more bytes than they are. */
import type { Texts } from './actions.ts';

export type Lengths = { body: number; comment: number; pictures: number; alt: number };

const sentence =
  'Sau mỗi trận mưa lớn, nước ngập đến đầu gối ở ngõ này, xe máy chết máy hàng loạt và trẻ em phải nghỉ học. ';

const ofLength = (letters: number) =>
  sentence
    .repeat(Math.ceil(letters / sentence.length))
    .slice(0, letters)
    .trim();

/** What people write, of the lengths that are assumed (in letters). */
export function textsOf({ body, comment, pictures, alt }: Lengths): Texts {
  const subject = { summary: sentence.trim(), body: ofLength(body) };
  return {
    challenge: {
      ...subject,
      title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
      programme: 'P5',
      tags: ['ngập lụt', 'thoát nước'],
      ward: '00331',
    },
    solution: { ...subject, title: 'Bể trữ nước mưa dưới sân trường' },
    comment: { body: ofLength(comment), stance: 'for' },
    alts: Array<string>(pictures).fill(ofLength(alt)),
  };
}
