/** The law the privacy notice stands on, as dated data: it changes, and each row says where it was read. */

export type LegalBasis = {
  number: string;
  vi: string;
  en: string;
  /** The first day in force, as a date of Vietnam. */
  from: string;
  source: string;
  /** Read in the text itself, or only in what others say of it: then the operator's lawyers must check it. */
  read: 'text' | 'second hand';
};

export const personalDataLaw: readonly LegalBasis[] = [
  {
    number: '91/2025/QH15',
    vi: 'Luật Bảo vệ dữ liệu cá nhân',
    en: 'Law on Personal Data Protection',
    from: '2026-01-01',
    source: 'cdlaf.vn, rajahtannasia.com (November 2026)',
    read: 'second hand',
  },
  {
    number: '356/2025/NĐ-CP',
    vi: 'Nghị định quy định chi tiết Luật Bảo vệ dữ liệu cá nhân',
    en: 'Decree detailing the Law on Personal Data Protection',
    from: '2026-01-01',
    source: 'frasersvn.com, plo.vn (November 2026)',
    read: 'second hand',
  },
];

/** How long the operator has for a request about personal data, from the same sources; the shorter where they differ. */
export const requestDays = { reply: 2, see: 10, object: 15, erase: 20 } as const;

/** Below this age a parent or guardian consents: a child in the sense of the Law on Children, 102/2016/QH13, article 1. */
export const childAge = 16;
