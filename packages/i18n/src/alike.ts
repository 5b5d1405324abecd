/** Other challenges or solutions like the one somebody writes. Travels to the browser with the form. */

export const vi = {
  challenge: {
    title: 'Có thể đã có người nêu việc này',
    text: 'Ủng hộ một việc đã có giúp việc ấy được chú ý hơn. Nếu việc của bạn khác, hãy viết tiếp.',
    act: 'Ủng hộ việc này',
    see: 'Xem thách thức này',
  },
  solution: {
    title: 'Có thể đã có người đề xuất giải pháp này',
    text: 'Bạn có thể ủng hộ hoặc góp ý cho giải pháp đã có. Nếu cách làm của bạn khác, hãy viết tiếp.',
    act: 'Ủng hộ giải pháp này',
    see: 'Xem giải pháp này',
  },
  words: (words: string) => `cùng từ: ${words}`,
  place: 'cùng phường, xã',
  support: (count: string) => `${count} lượt ủng hộ`,
  newTab: '(mở trong thẻ mới)',
};

export const en: typeof vi = {
  challenge: {
    title: 'Somebody may have raised this already',
    text: 'Supporting what is there gets it more attention. If yours is different, just go on.',
    act: 'Support this',
    see: 'See this challenge',
  },
  solution: {
    title: 'Somebody may have proposed this already',
    text: 'You can support the solution that is there, or comment on it. If yours is different, just go on.',
    act: 'Support this solution',
    see: 'See this solution',
  },
  words: (words) => `same words: ${words}`,
  place: 'same ward or commune',
  support: (count) => `supported by ${count}`,
  newTab: '(opens in a new tab)',
};
