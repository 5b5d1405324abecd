/** What a challenge says of itself in a list. */

export const vi = {
  support: (count: string) => `${count} lượt ủng hộ`,
  comments: (count: string) => `${count} bình luận`,
  solutions: (count: string) => `${count} giải pháp`,
  noSolutions: 'Chưa có giải pháp',
  launched: 'Cơ quan mời giải pháp',
  wholeCity: 'Toàn thành phố',
  closesToday: 'Kết thúc hôm nay',
  closesIn: (days: number) => `Còn ${days} ngày`,
  closesOn: (day: string) => `Kết thúc ngày ${day}`,
};

export const en: typeof vi = {
  support: (count) => `supported by ${count}`,
  comments: (count) => `${count} ${count === '1' ? 'comment' : 'comments'}`,
  solutions: (count) => `${count} ${count === '1' ? 'solution' : 'solutions'}`,
  noSolutions: 'No solution yet',
  launched: 'An agency calls for solutions',
  wholeCity: 'The whole city',
  closesToday: 'Closes today',
  closesIn: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  closesOn: (day) => `Closes on ${day}`,
};
