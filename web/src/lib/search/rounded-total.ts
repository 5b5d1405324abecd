/** A total that was not counted to the end. */

/** Two digits that count, the rest noughts: 4,873 is about 4,900. */
export function roundedTotal(total: number): number {
  return Number(total.toPrecision(2));
}
