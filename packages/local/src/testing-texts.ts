/** Challenges as people write them: each about something else, as what one author says again and again waits for moderators. */
import { makeNewChallenge } from '@hanoi/core/testing/challenge';

const things = [
  ['vỉa hè', 'hố ga', 'cột đèn', 'nhà văn hoá', 'bến xe buýt', 'trường mầm non', 'chợ dân sinh', 'cây xanh'],
  ['mặt đường', 'thùng rác', 'biển báo', 'khu tập thể', 'sân chơi', 'lối đi bộ', 'cầu vượt', 'rãnh thoát nước'],
].flat();

/** A new challenge of that number; its title ends in the number. */
export function makeVariedChallenge(number: number, over: Parameters<typeof makeNewChallenge>[0] = {}) {
  let state = number;
  const thing = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return things[state >>> 28]!;
  };
  return makeNewChallenge({
    title: `Sửa ${thing()} cạnh ${thing()}, ý thứ ${number}`,
    summary: `Từ ${thing()} đến ${thing()} có ${thing()} đã hỏng, người dân phải tránh sang ${thing()}.`,
    ...over,
  });
}
