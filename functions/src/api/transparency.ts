/** Transparency reports over HTTP. */
import type { transparencyContract } from '@hanoi/core/transparency/contract';
import { type TransparencyRow, waits } from '@hanoi/core/transparency/schema';
import { getTransparency, listTransparency } from '@hanoi/core/transparency/service';
import { stringify } from 'csv-stringify/sync';
import { Answer, type HandlesOf } from '../http/handle.ts';

const counted = [
  'kind',
  'content',
  'action',
  'reason',
  'rule',
  'foundBy',
  'decisions',
  'appealed',
  'upheld',
  'overturned',
];

export const handles: HandlesOf<typeof transparencyContract> = {
  listTransparency: async (ctx) => ({ items: await listTransparency(ctx) }),
  getTransparency: (ctx, { params }) => getTransparency(ctx, params.month),
  async exportTransparency(ctx, { params: { month } }) {
    const { rows } = await getTransparency(ctx, month);
    const lines = rows.map(({ waited, ...row }: TransparencyRow) => ({ month, ...row, ...waited }));
    return new Answer({
      statusCode: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="transparency-${month}.csv"`,
        'cache-control': 'public, max-age=0, s-maxage=60',
      },
      body: stringify(lines, {
        header: true,
        columns: ['month', ...counted, ...waits],
        record_delimiter: 'windows',
        escape_formulas: true,
      }),
    });
  },
};
