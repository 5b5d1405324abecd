/** What AWS asks, from data/prices.json: each price with where and when it was read, or none if nobody has read it. */
import { z } from 'zod';
import file from './data/prices.json' with { type: 'json' };

export type PriceName = keyof typeof file.prices;

export type Price = {
  service: string;
  unit: string;
  /** US dollars for `per` units of a month, before tax. */
  usd: number;
  per: number;
  /** Units of a month that every account has for nothing, for good. */
  free: number;
  /** Where and when it was read; null: written down from memory. */
  source: { where: string; read: string } | null;
  note?: string;
};

const fileSchema = z.object({
  region: z.string(),
  sources: z.record(z.string(), z.object({ where: z.string().min(10), read: z.iso.date() })),
  prices: z.record(
    z.string(),
    z.object({
      service: z.string(),
      unit: z.string(),
      usd: z.number().positive(),
      per: z.number().positive().default(1),
      free: z.number().positive().optional(),
      source: z.string().nullable(),
      note: z.string().optional(),
    }),
  ),
});

const { region, sources, prices: parsed } = fileSchema.parse(file);

export { region };

/** All prices. Throws at the start when one names a source that is not there. */
export const prices = Object.fromEntries(
  Object.entries(parsed).map(([name, { source, free = 0, ...price }]): [string, Price] => {
    if (source === null) return [name, { ...price, free, source }];
    if (!sources[source])
      throw new Error(`The price ${name} names the source ${source}, which data/prices.json has not.`);
    return [name, { ...price, free, source: sources[source] }];
  }),
) as Record<PriceName, Price>;

/** Dollars for so many units in a month, beyond what is free. */
export function dollarsFor(name: PriceName, units: number): number {
  const { usd, per, free } = prices[name];
  return (Math.max(0, units - free) / per) * usd;
}
