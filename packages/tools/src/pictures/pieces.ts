/** The pieces of the demo's drawings: houses, trees, people, bikes, each as SVG, in the colours of the site. */

export const width = 1200;
export const height = 900;

/** After web/src/lib/ui/tokens.css, in the shades that stand on light and dark pages alike. */
export const colour = {
  paper: '#f3ead3',
  sky: '#dbe7df',
  dusk: '#c9d4d2',
  ink: '#26332e',
  soft: '#857c66',
  line: '#cdbf9f',
  ochre: '#efb740',
  wall: '#e6c37a',
  cream: '#f6e8c6',
  clay: '#cd7f1d',
  brick: '#b5603a',
  wood: '#8a5a34',
  lake: '#14584a',
  shutter: '#3f7d6b',
  leaf: '#5f8f4e',
  leafDark: '#47733c',
  water: '#7fb2b0',
  waterDeep: '#4f8c8c',
  mud: '#6b5a46',
  road: '#8f918a',
  kerb: '#d9cfb8',
  enamel: '#1d4b86',
  lacquer: '#b23a2b',
  skin: '#e3b18a',
  white: '#fffdf7',
} as const;

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
export const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const stroke = (d: string, ink: string, wide: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${wide}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const at = (x: number, y: number, scale: number, inner: string, flip = false) =>
  `<g transform="translate(${x} ${y}) scale(${flip ? -scale : scale} ${scale})">${inner}</g>`;
export const each = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** Words in the site's typeface. */
export const words = (x: number, y: number, text: string, size = 34, more = '') =>
  `<text x="${x}" y="${y}" font-family="Be Vietnam Pro" font-size="${size}" fill="${colour.ink}" ${more}>${text}</text>`;
export const middle = 'text-anchor="middle"';
export const bold = 'font-weight="600"';

/** Words on a small sheet, centred on a point, with a line from the sheet to what they are about. */
export function label(x: number, y: number, text: string, to?: [number, number]): string {
  const wide = text.length * 17 + 44;
  const line = to ? stroke(`M${x} ${y}L${to[0]} ${to[1]}`, colour.ink, 3) + circle(to[0], to[1], 7, colour.ink) : '';
  const sheet = rect(x - wide / 2, y - 32, wide, 62, colour.white, `rx="12" stroke="${colour.line}" stroke-width="2"`);
  return `${line}${sheet}${words(x, y + 11, text, 31, middle)}`;
}

/** A measure with ends, and its words above the middle; upright measures have them at the right. */
export function measure(x1: number, y1: number, x2: number, y2: number, text: string): string {
  const upright = x1 === x2;
  const end = (x: number, y: number) => (upright ? `M${x - 14} ${y}H${x + 14}` : `M${x} ${y - 14}V${y + 14}`);
  const line = stroke(`M${x1} ${y1}L${x2} ${y2}${end(x1, y1)}${end(x2, y2)}`, colour.lacquer, 5);
  const place = upright ? words(x1 + 24, (y1 + y2) / 2 + 12, text, 36, bold) : '';
  return line + (upright ? place : words((x1 + x2) / 2, y1 - 22, text, 36, `${middle} ${bold}`));
}

/** A narrow town house on its left foot: shutters, balconies and a flat roof with a parapet. */
export function house(x: number, ground: number, w: number, floors: number, wall: string, shop = true): string {
  const storey = 130;
  const h = floors * storey + 20;
  const top = ground - h;
  const windows = each(floors - (shop ? 1 : 0), (floor) => {
    const y = top + 45 + floor * storey;
    const [wide, left] = [w * 0.22, w / 2];
    const pane = (side: number) =>
      rect(x + left + (side < 0 ? -wide - 3 : 3), y, wide, 72, colour.shutter, 'rx="3"') +
      each(5, (slat) =>
        stroke(
          `M${x + left + (side < 0 ? -wide + 3 : 9)} ${y + 12 + slat * 12}h${wide - 12}`,
          colour.lake,
          2.5,
          'opacity=".5"',
        ),
      );
    return (
      pane(-1) +
      pane(1) +
      rect(x + w * 0.14, y + 78, w * 0.72, 7, colour.cream) +
      each(9, (bar) =>
        stroke(`M${x + w * 0.18 + (bar * w * 0.64) / 8} ${y + 58}v22`, colour.ink, 2.5, 'opacity=".45"'),
      ) +
      stroke(`M${x + w * 0.16} ${y + 58}h${w * 0.68}`, colour.ink, 3.5, 'opacity=".5"')
    );
  });
  const door = shop
    ? rect(x + w * 0.1, ground - 108, w * 0.8, 108, colour.wood, 'rx="3"') +
      each(5, (bar) =>
        stroke(`M${x + w * 0.1 + (w * 0.8 * (bar + 1)) / 6} ${ground - 106}v104`, colour.ink, 2, 'opacity=".3"'),
      ) +
      shape(`M${x + w * 0.04} ${ground - 108}h${w * 0.92}l${w * 0.05} 30h${-w * 1.02}z`, colour.brick)
    : '';
  return (
    rect(x, top, w, h, wall) +
    rect(x - 5, top - 14, w + 10, 20, colour.cream) +
    rect(x + w - 10, top + 6, 10, h - 6, colour.ink, 'opacity=".08"') +
    windows +
    door
  );
}

/** A tree whose trunk stands on a point; about 300 high at scale 1. */
export const tree = (x: number, ground: number, scale = 1) =>
  at(
    x,
    ground,
    scale,
    shape('M-13 0Q-8 -70 -12 -130L-44 -176l10 -8L-4 -150L20 -190l12 6L10 -128Q8 -60 14 0Z', colour.wood) +
      circle(-62, -208, 62, colour.leafDark) +
      circle(58, -212, 60, colour.leafDark) +
      circle(0, -254, 78, colour.leaf) +
      circle(-40, -196, 46, colour.leaf) +
      circle(44, -190, 42, colour.leaf) +
      each(7, (dot) => circle(-60 + dot * 20, -240 + ((dot * 37) % 60), 6, colour.leafDark, 'opacity=".5"')),
  );

/** Somebody who stands or walks to the right, feet on a point; 150 high at scale 1. */
export function person(
  x: number,
  ground: number,
  scale: number,
  shirt: string,
  more: { hat?: boolean; stick?: boolean; flip?: boolean } = {},
): string {
  const figure =
    stroke('M-3 -62L-16 -4h10', colour.ink, 13) +
    stroke('M4 -62L16 -4h10', colour.ink, 13) +
    shape('M-20 -112Q0 -128 20 -112L18 -54H-18Z', shirt) +
    stroke('M-14 -106L-24 -70', shirt, 12) +
    stroke(more.stick ? 'M14 -106L32 -76' : 'M14 -106L22 -70', shirt, 12) +
    (more.stick ? stroke('M34 -78V-2', colour.wood, 5) : '') +
    circle(2, -134, 16, colour.skin) +
    (more.hat
      ? shape('M-32 -136L2 -168L36 -136Z', colour.wall)
      : shape('M-15 -136Q-12 -156 4 -153Q20 -152 18 -138Q4 -146 -6 -142L-9 -130Z', colour.ink));
  return at(x, ground, scale, figure, more.flip);
}

/** A motorbike seen from its side, wheels on the ground; about 150 long at scale 1. */
export function motorbike(x: number, ground: number, scale: number, paint: string, flip = false): string {
  const wheel = (cx: number) => circle(cx, -24, 24, colour.ink) + circle(cx, -24, 12, colour.kerb);
  const body =
    wheel(-52) +
    wheel(54) +
    stroke('M54 -24L34 -88', colour.ink, 7) +
    stroke('M30 -92l16 -8', colour.ink, 7) +
    shape(
      'M-76 -58Q-60 -66 -40 -62L2 -60Q16 -56 24 -84L38 -86Q40 -60 28 -38Q10 -22 -14 -26L-40 -34Q-60 -40 -76 -58Z',
      paint,
    ) +
    shape('M-78 -66Q-40 -78 0 -66L-4 -58L-70 -56Z', colour.ink) +
    circle(40, -74, 8, colour.cream);
  return at(x, ground, scale, body, flip);
}

export const rider = (x: number, ground: number, scale: number, paint: string, shirt: string, flip = false) =>
  motorbike(x, ground, scale, paint, flip) +
  at(
    x,
    ground,
    scale,
    stroke('M-18 -72L14 -60L8 -28h14', colour.ink, 13) +
      shape('M-34 -74Q-36 -118 -14 -124Q6 -122 2 -104L-4 -70Z', shirt) +
      stroke('M-10 -112L16 -94L38 -96', shirt, 11) +
      circle(-2, -142, 17, colour.skin) +
      shape('M-21 -142Q-20 -166 0 -164Q20 -162 18 -144Z', colour.enamel),
    flip,
  );

/** A layer of water from `y` down, with waves at its top. */
export function water(y: number, to: number, fill: string = colour.water, opacity = 0.86): string {
  const waves = each(12, (wave) => `q25 ${wave % 2 ? 14 : -14} 50 0q25 ${wave % 2 ? -14 : 14} 50 0`);
  return shape(`M0 ${y}${waves}V${to}H0Z`, fill, `opacity="${opacity}"`);
}

export const rain = (count = 46) =>
  each(count, (drop) => {
    const [x, y] = [(drop * 389) % 1240, (drop * 211) % 620];
    return stroke(`M${x} ${y}l-14 44`, colour.white, 4, 'opacity=".65"');
  });

export const cloud = (x: number, y: number, scale: number, fill: string = colour.white, opacity = 0.9) =>
  at(
    x,
    y,
    scale,
    `<g opacity="${opacity}">${circle(-60, 0, 38, fill)}${circle(0, -22, 52, fill)}${circle(58, 0, 40, fill)}${rect(-62, 0, 124, 39, fill, 'rx="19"')}</g>`,
  );

/** A whole drawing over a ground colour. */
export const drawing = (ground: string, inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${rect(0, 0, width, height, ground)}${inner}</svg>`;

/** A drawing under a clear sky, with clouds: each at a point, at a scale. */
export const daylight = (clouds: readonly [x: number, y: number, scale: number][], inner: string) =>
  drawing(colour.sky, clouds.map(([x, y, scale]) => cloud(x, y, scale)).join('') + inner);

/** The same piece at several points, each at its scale. */
export const scattered = (points: readonly [x: number, y: number, scale: number][], inner: string) =>
  points.map(([x, y, scale]) => at(x, y, scale, inner)).join('');
