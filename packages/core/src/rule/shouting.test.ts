/** Capitals throughout are shouting; headings and abbreviations are not. */
import { expect, it } from 'vitest';
import { findShouting } from './shouting.ts';

const settings = { on: true, share: 0.7, leastLetters: 40 };
const isShouted = (text: string) => findShouting(text, settings).length > 0;

it.each([
  'TẠI SAO KHÔNG AI TRẢ LỜI CHÚNG TÔI TRONG SUỐT BA NĂM QUA HẢ CÁC ÔNG?',
  'TẠI SAO KHÔNG AI TRẢ LỜI CHÚNG TÔI TRONG SUỐT BA NĂM QUA HẢ CÁC ÔNG?'.normalize('NFD'),
  'WHY DOES NOBODY EVER ANSWER OUR LETTERS? WE WAITED THREE YEARS FOR THIS!',
])('%s', (text) => expect(isShouted(text)).toBe(true));

it.each([
  'UBND TP HÀ NỘI CẦN CÔNG KHAI QUY HOẠCH',
  'UBND TP HN, BQLDA ĐTXD, QLĐT, GTVT, KTTT, TNMT, NNPTNT, LĐTBXH, VHTT, QHKT, KHĐT, GDĐT, TTTT',
  'KÍNH GỬI UBND PHƯỜNG CẦU GIẤY. Tôi xin phản ánh việc đổ rác thải xây dựng ở ngõ 12 phố Trần Thái Tông.',
  'https://EXAMPLE.VN/ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '',
])('%j is none', (text) => expect(isShouted(text)).toBe(false));
