/** Words that say little of what is looked for: left out where others remain. */
import { isSyllable } from '@hanoi/core/shared/syllable';
import { typedAs } from '../text/typing.ts';
import { hasMarks, type Word } from '../text/words.ts';

const vietnamese = new Set(
  (
    'là và của cho các những một này đó thì mà với để được bị ở tại trong ngoài trên dưới từ đến về theo như vào ra lên rất quá nhiều ' +
    'hơn cũng đã đang sẽ vẫn còn có không chưa ai gì nào sao thế làm khi nếu tôi chúng mình anh chị em bạn ơi ạ nhé cần phải nên hay hoặc do vì bởi tới ' +
    'rồi bao giờ đâu kiểu muốn cứ lại mấy cái bài nói kia ấy vậy đi xin hỏi biết bằng cách'
  ).split(' '),
);
const english = new Set(
  (
    'a an the of for to in on at by and or is are be was were with from this that it as how what why where do does can i we you my our there no not ' +
    'too so many much about get me into when who which should'
  ).split(' '),
);
// In a question without marks, only those that are hardly ever another word: `cho` may be `chợ` and `chó`.
const alsoUnmarked = new Set(
  'la va cua cac nhung nay thi ma voi duoc bi trong ngoai theo nhu rat nhieu cung dang se khong chua gi nao khi neu toi chung minh nhe can phai'.split(
    ' ',
  ),
);

/**
 * Tells which words of a question say little. Typed with marks, `cho` is "for"; without, it may be a market or a dog; and `do` says
 * little only among English words.
 */
export function fillersOf(words: readonly Word[]): (word: Word) => boolean {
  if (words.some(hasMarks)) return ({ exact }) => vietnamese.has(exact) || english.has(exact);
  const isEnglish = words.some(({ exact }) => !isSyllable(exact) && !typedAs(exact));
  return ({ exact }) => alsoUnmarked.has(exact) || (english.has(exact) && (isEnglish || !isSyllable(exact)));
}
