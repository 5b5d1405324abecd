/** A subject at every limit, in plain Vietnamese: what cards, rows and projections of it weigh at most in honest use. */

/** Plain Vietnamese, cut to just so many characters. */
export const plainVietnamese = (length: number) =>
  'Mưa lớn là ngã tư ngập sâu, hàng trăm hộ dân bị cô lập nhiều giờ và trẻ em phải nghỉ học cả buổi chiều. '
    .repeat(5)
    .slice(0, length);

/** What its author writes on the card. */
export const largestTexts = {
  title: plainVietnamese(120),
  summary: plainVietnamese(300),
  tags: [1, 2, 3, 4, 5].map((number) => `ngã tư ngập sâu vì mưa lớn ở ${number}`),
  ward: '00331',
  closesAt: '2028-01-01T00:00:00.000Z',
};

export const largestAlt = plainVietnamese(200);
export const largestPersonName = plainVietnamese(60);
export const largestOrganisation = { name: plainVietnamese(120), kind: 'innovation-centre' } as const;
