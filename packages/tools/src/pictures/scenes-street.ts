/** Drawings of streets: under water, crowded, watched by a device. */
import {
  at,
  bold,
  circle,
  cloud,
  colour,
  drawing,
  each,
  house,
  label,
  measure,
  middle,
  person,
  rain,
  rect,
  rider,
  shape,
  stroke,
  tree,
  water,
  words,
} from './pieces.ts';

const lamp = (x: number, ground: number, h: number) =>
  rect(x - 7, ground - h, 14, h, colour.soft) +
  stroke(`M${x} ${ground - h}q0 -34 44 -34h22`, colour.soft, 10) +
  rect(x + 54, ground - h - 40, 54, 14, colour.ink, 'rx="7"');

const street = (ground: number) =>
  [
    house(-30, ground, 190, 3, colour.wall),
    house(160, ground, 160, 4, colour.cream),
    house(320, ground, 200, 3, '#d9a98a'),
    house(760, ground, 170, 4, colour.wall),
    house(930, ground, 160, 3, '#c5cfb4'),
    house(1090, ground, 180, 4, colour.cream),
  ].join('');

/** A crossing under water, a lamp post with marks of the depth. */
export const floodedCrossing = () =>
  drawing(
    colour.dusk,
    cloud(210, 110, 1.3, '#a9b7b6') +
      cloud(640, 80, 1.6, '#a9b7b6') +
      cloud(1010, 130, 1.2, '#a9b7b6') +
      street(610) +
      rect(0, 600, 1200, 300, colour.road) +
      tree(640, 620, 1.15) +
      rain() +
      rider(330, 735, 1.25, colour.lacquer, colour.shutter) +
      person(560, 730, 1.25, colour.ochre, { hat: true }) +
      rider(1050, 700, 1, colour.enamel, colour.brick, true) +
      water(668, 900, colour.water, 0.82) +
      water(720, 900, colour.waterDeep, 0.45) +
      water(800, 900, colour.waterDeep, 0.4) +
      lamp(820, 770, 560) +
      rect(796, 560, 48, 210, colour.white, `stroke="${colour.ink}" stroke-width="3"`) +
      each(3, (mark) => rect(798, 580 + mark * 63, 44, 32, colour.lacquer)) +
      words(858, 606, '45', 30, bold) +
      words(858, 670, '30', 30, bold) +
      words(858, 732, '15', 30, bold) +
      words(858, 560, 'cm', 26) +
      stroke(
        'M300 760q30 -10 60 0M180 780q34 -10 68 0M520 770q30 -10 60 0M980 800q40 -10 80 0M640 850q40 -10 80 0',
        colour.white,
        5,
        'opacity=".8"',
      ),
  );

/** Where the device hangs and what it sees. */
export const floodPost = () =>
  drawing(
    colour.sky,
    rect(0, 760, 1200, 140, colour.road) +
      rect(0, 744, 620, 30, colour.kerb) +
      lamp(380, 760, 600) +
      water(700, 780, colour.water, 0.8) +
      shape('M452 292L330 704H580Z', colour.ochre, 'opacity=".28"') +
      rect(396, 236, 112, 60, colour.enamel, 'rx="10"') +
      circle(452, 296, 18, colour.ink) +
      rect(300, 420, 66, 150, colour.ink, 'rx="14"') +
      circle(333, 460, 22, colour.ochre) +
      circle(333, 530, 22, colour.lacquer) +
      rect(404, 640, 36, 90, colour.white, `rx="8" stroke="${colour.ink}" stroke-width="4"`) +
      circle(422, 690, 13, colour.lacquer) +
      label(800, 240, 'Cảm biến siêu âm', [508, 262]) +
      label(160, 330, 'Đèn nháy', [318, 430]) +
      label(190, 640, 'Phao chìm', [404, 684]) +
      measure(640, 296, 640, 700, '') +
      words(668, 470, 'khoảng cách', 32) +
      words(668, 510, 'tới mặt nước', 32) +
      rider(990, 800, 1.1, colour.brick, colour.leaf, true),
  );

/** A pavement from above: what stands on it, and the strip that is asked for; without `strip`, as it is today. */
export function pavement(strip: boolean): string {
  const shops = each(
    6,
    (shop) =>
      rect(20 + shop * 200, 30, 160, 170, [colour.wood, colour.shutter, colour.brick][shop % 3]!, 'rx="4"') +
      words(
        100 + shop * 200,
        130,
        ['Bạc', 'Lụa', 'Phở', 'Trống', 'Giày', 'Trà'][shop]!,
        38,
        `${middle} ${bold} style="fill:${colour.white}"`,
      ),
  );
  const tiles =
    each(13, (tile) => stroke(`M${tile * 100} 200v400`, colour.line, 2)) +
    each(4, (tile) => stroke(`M0 ${280 + tile * 80}h1200`, colour.line, 2));
  const planters = [180, 700, 1110].map((x) => circle(x, 562, 26, colour.leaf)).join('');
  const tables = (y: number, from: number, count: number) =>
    each(
      count,
      (table) =>
        circle(from + table * 110, y, 30, colour.enamel) +
        each(4, (stool) =>
          circle(
            from + table * 110 + Math.cos(stool * 1.57 + 0.8) * 46,
            y + Math.sin(stool * 1.57 + 0.8) * 46,
            15,
            colour.lacquer,
          ),
        ),
    );
  const bikes = (y: number, from: number, count: number) => each(count, (bike) => topBike(from + bike * 64, y, bike));
  const walkers = (y: number) =>
    topPerson(300, y, colour.shutter) + wheelchair(620, y) + topPerson(900, y, colour.brick);
  return drawing(
    colour.paper,
    rect(0, 0, 1200, 200, colour.wall) +
      shops +
      rect(0, 200, 1200, 400, colour.kerb) +
      tiles +
      (strip
        ? rect(0, 420, 1200, 110, '#e9c65f') + each(25, (dot) => rect(8 + dot * 40, 468, 26, 14, colour.clay, 'rx="4"'))
        : '') +
      rect(0, 590, 1200, 20, colour.soft) +
      rect(0, 610, 1200, 290, colour.road) +
      each(6, (dash) => rect(40 + dash * 210, 770, 110, 12, colour.white, 'opacity=".8"')) +
      planters +
      bikes(315, 70, 5) +
      bikes(315, 900, 4) +
      tables(310, 530, 3) +
      (strip
        ? walkers(476) + measure(1040, 420, 1040, 530, '1,2 m')
        : bikes(490, 290, 5) + bikes(490, 820, 4) + tables(470, 90, 2) + tables(470, 660, 1) + walkers(680)) +
      words(40, 860, 'Lòng đường', 34) +
      words(420, 250, 'Vỉa hè', 34),
  );
}

const topBike = (x: number, y: number, n: number) =>
  at(
    x,
    y,
    1,
    rect(-7, -78, 14, 156, colour.ink, 'rx="7"') +
      rect(-20, -40, 40, 86, [colour.lacquer, colour.enamel, colour.shutter][n % 3]!, 'rx="18"') +
      rect(-32, -48, 64, 9, colour.ink, 'rx="4"'),
  );

const topPerson = (x: number, y: number, shirt: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="20" ry="38" fill="${shirt}"/>${circle(x + 3, y, 17, colour.ink)}`;

const wheelchair = (x: number, y: number) =>
  rect(x - 36, y - 44, 70, 12, colour.ink, 'rx="6"') +
  rect(x - 36, y + 32, 70, 12, colour.ink, 'rx="6"') +
  rect(x - 32, y - 30, 50, 60, colour.enamel, 'rx="8"') +
  circle(x - 4, y, 18, colour.ink);
