/** Deals a number of things out over places, a few getting very many and most getting few, as on any such site. */

/** How flat the curve is at its top; without it the first place would take a tenth of all. */
const flat = 10;

/** How many each of `places` gets of `total`; the sum is `total`, and the order is that of popularity. */
export function sharesOf(total: number, places: number, most: number): number[] {
  const weights = Array.from({ length: places }, (_, rank) => 1 / (rank + flat) ** 0.8);
  const sum = weights.reduce((a, b) => a + b, 0);
  let due = 0;
  let dealt = 0;
  return weights.map((weight) => {
    due += (weight / sum) * total;
    const share = Math.min(most, Math.round(due) - dealt);
    dealt += share;
    return share;
  });
}
