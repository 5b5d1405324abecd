/** The search field of every page. Travels to the browser: only what its script says. */

export const vi = {
  label: 'Tìm kiếm',
  whole: 'Tìm trong toàn mạng lưới',
  placeholder: 'Tìm kiếm',
  submit: 'Tìm',
  suggestions: 'Gợi ý',
  count: (count: number) => (count === 0 ? 'Không có gợi ý' : `${count} gợi ý, dùng phím mũi tên để chọn`),
};

export const en: typeof vi = {
  label: 'Search',
  whole: 'Search the whole network',
  placeholder: 'Search',
  submit: 'Search',
  suggestions: 'Suggestions',
  count: (count) =>
    count === 0
      ? 'No suggestions'
      : `${count} ${count === 1 ? 'suggestion' : 'suggestions'}, choose with the arrow keys`,
};
