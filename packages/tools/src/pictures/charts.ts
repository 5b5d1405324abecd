/** Charts of what people of the demo measured: the figures stand in the text they go with. */
import { bold, colour, drawing, middle, rect, stroke, words } from './pieces.ts';

export type Bar = { name: string; value: number; shown?: string; loud?: boolean };

/** Bars beside each other, the highest filling the height, with a title above and a remark below. */
export function bars(title: string, unit: string, remark: string, data: readonly Bar[]): string {
  const most = Math.max(...data.map(({ value }) => value));
  const [left, base, full] = [110, 720, 440];
  const wide = 1000 / data.length;
  const drawn = data.map(({ name, value, shown = String(value), loud }, index) => {
    const high = Math.max(6, (value / most) * full);
    const x = left + index * wide;
    return (
      rect(x + wide * 0.17, base - high, wide * 0.66, high, loud ? colour.lacquer : colour.shutter, 'rx="8"') +
      words(x + wide / 2, base - high - 20, shown, 46, `${middle} ${bold}`) +
      words(x + wide / 2, base + 52, name, 32, middle)
    );
  });
  return drawing(
    colour.paper,
    words(110, 110, title, 46, bold) +
      words(110, 166, unit, 33) +
      drawn.join('') +
      stroke(`M${left} ${base}H1110`, colour.ink, 5) +
      words(110, 850, remark, 28, `style="fill:#6a634f"`),
  );
}
