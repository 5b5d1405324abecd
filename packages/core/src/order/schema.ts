/** An order: an authority's demand about content, with its number, who issued it, and the hour by which it is due. */
import { timeInputSchema, timeSchema } from '../shared/author.ts';
import { blockOfText, lineOfText } from '../shared/text.ts';
import { hasCome } from '../shared/time.ts';
import { z } from '../shared/zod.ts';

/** How an order is named to whom it is about: every statement of reasons that follows from it does. */
export const orderRefSchema = z
  .object({
    number: z.string().meta({ description: 'Of the document, as its issuer writes it' }),
    issuer: z.string().meta({ description: 'The authority' }),
  })
  .meta({ id: 'OrderRef' });
export type OrderRef = z.output<typeof orderRefSchema>;

/** Whose demand it is, when it came and what it wants. Moderators and administrators read it; only its number and issuer are told. */
export const orderSchema = orderRefSchema
  .extend({
    receivedAt: timeSchema,
    term: z
      .string()
      .nullable()
      .meta({ description: 'The law whose hours count; null where the document sets its own end' }),
    demands: z.string().meta({ description: 'What it demands' }),
  })
  .meta({ id: 'Order' });
export type Order = z.output<typeof orderSchema>;

export const newOrderSchema = z
  .strictObject({
    subject: z.string().trim().min(1).max(500).meta({
      description: 'The content it is about: its id, or the address of its page',
    }),
    number: lineOfText(1, 80),
    issuer: lineOfText(2, 200),
    receivedAt: timeInputSchema,
    term: z.string().max(60).optional().meta({ description: 'The law whose hours count, or `dueAt`' }),
    dueAt: timeInputSchema.optional().meta({ description: 'Where the document sets its own end' }),
    demands: blockOfText(4, 2_000),
  })
  .refine(({ term, dueAt }) => (term === undefined) !== (dueAt === undefined), {
    path: ['term'],
    params: { code: 'term_or_due' },
    error: 'Either a term by law or an end of its own',
  })
  .meta({ id: 'NewOrder' });
export type NewOrder = z.output<typeof newOrderSchema>;

/**
 * Within how many hours an authority's demand is due, by the law it names. Dated, with its source and how sure we are of it: change a
 * term by ending it and adding another, as old orders keep theirs.
 */
type OrderTerm = {
  id: string;
  hours: number;
  /** In force from then until before `to`, if there is one. */
  from: string;
  to?: string;
  law: string;
  article: string;
  source: string;
  /** `quoted`: the article's words were read in the named source, not in the official gazette. `unsure`: ask a lawyer first. */
  sure: 'quoted' | 'unsure';
};

/** Read on 29 November 2026. Whether each applies to a site of the city is for the operator's lawyers to say. */
const orderTerms: readonly OrderTerm[] = [
  {
    id: 'cybersecurity-2025',
    hours: 24,
    from: '2026-06-30T17:00:00.000Z',
    law: 'Luật An ninh mạng số 116/2025/QH15',
    article: 'điểm b khoản 2 Điều 25',
    source:
      'https://luatvietnam.vn/linh-vuc-khac/noi-dung-vi-pham-tren-internet-mang-xa-hoi-duoc-go-bo-sau-bao-lau-883-106324-article.html',
    sure: 'quoted',
  },
  {
    id: 'cybersecurity-2025-urgent',
    hours: 6,
    from: '2026-06-30T17:00:00.000Z',
    law: 'Luật An ninh mạng số 116/2025/QH15',
    article: 'điểm b khoản 2 Điều 25, trường hợp khẩn cấp đe dọa xâm hại an ninh quốc gia',
    source:
      'https://luatvietnam.vn/linh-vuc-khac/noi-dung-vi-pham-tren-internet-mang-xa-hoi-duoc-go-bo-sau-bao-lau-883-106324-article.html',
    sure: 'quoted',
  },
  {
    id: 'decree-147-2024',
    hours: 24,
    from: '2024-12-24T17:00:00.000Z',
    law: 'Nghị định số 147/2024/NĐ-CP',
    article: 'khoản 4 Điều 24',
    source: 'https://pbgdpl.camau.gov.vn/quy-dinh-ve-quan-ly-trang-thong-tin-dien-tu.5824',
    sure: 'unsure',
  },
];

/** The terms in force at `at`. */
export function termsInForce(at: Date): OrderTerm[] {
  return orderTerms.filter(({ from, to }) => hasCome(from, at) && !(to && hasCome(to, at)));
}
