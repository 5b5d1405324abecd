/** Drawings cut through the ground or seen from above: the river, trees, an alley. */
import {
  bold,
  circle,
  cloud,
  colour,
  daylight,
  drawing,
  each,
  house,
  label,
  measure,
  middle,
  person,
  rect,
  shape,
  stroke,
  tree,
  words,
} from './pieces.ts';

/** The river between walls: little water, mud, and a sewer that overflows when it rains. */
export const riverNow = () =>
  daylight(
    [
      [260, 140, 1.2],
      [900, 110, 1.5],
    ],
    bank() +
      shape('M250 470L310 800H890L950 470Z', '#b7ac8f') +
      shape('M300 745Q600 715 900 745L890 800H310Z', colour.mud) +
      shape('M292 700H908L900 748Q600 718 300 748Z', colour.waterDeep) +
      rect(180, 560, 100, 74, colour.soft, 'rx="8"') +
      circle(280, 597, 37, colour.ink) +
      stroke('M286 612q40 10 46 86', colour.mud, 22, 'opacity=".8"') +
      tree(110, 470, 1) +
      tree(1090, 470, 1.05) +
      person(200, 470, 0.95, colour.brick, { stick: true }) +
      person(1010, 470, 0.95, colour.shutter, { flip: true }) +
      label(480, 565, 'Cống tràn khi mưa to', [318, 610]) +
      label(640, 660, 'Nước ít và đứng', [680, 712]) +
      label(600, 850, 'Bùn đáy', [600, 772]),
  );

/** The same river with steps of plants that may be flooded. */
export const riverTerraces = () =>
  daylight(
    [
      [260, 140, 1.2],
      [900, 110, 1.5],
    ],
    shape('M360 600H840V640H740V800H460V640H360Z', colour.water, 'opacity=".35"') +
      shape('M460 690H740V800H460Z', colour.water) +
      shape('M0 470H250V560H360V640H460V770H740V640H840V560H950V470H1200V900H0Z', '#c8a877') +
      shape('M460 752Q600 730 740 752V780H460Z', colour.mud) +
      rect(0, 458, 250, 18, colour.kerb) +
      rect(950, 458, 250, 18, colour.kerb) +
      each(
        8,
        (reed) =>
          plant(262 + reed * 12, 560) +
          plant(372 + reed * 12, 640) +
          plant(752 + reed * 12, 640) +
          plant(860 + reed * 12, 560),
      ) +
      tree(110, 470, 1) +
      tree(1090, 470, 1.05) +
      person(200, 470, 0.95, colour.brick) +
      person(1010, 470, 0.95, colour.shutter, { flip: true }) +
      person(965, 470, 0.7, colour.ochre) +
      stroke('M360 600H840', colour.enamel, 5, 'stroke-dasharray="14 12"') +
      label(600, 390, 'Bậc thềm trồng cây', [310, 530]) +
      label(600, 500, 'Mực nước mùa mưa', [600, 600]) +
      label(600, 850, 'Nước mùa khô', [600, 700]),
  );

const bank = () =>
  shape('M0 470H250L310 800H890L950 470H1200V900H0Z', '#c8a877') +
  rect(0, 458, 250, 18, colour.kerb) +
  rect(950, 458, 250, 18, colour.kerb);

const plant = (x: number, y: number) =>
  stroke(`M${x} ${y}q-4 -40 -12 -62M${x} ${y}q2 -46 6 -76M${x} ${y}q6 -34 16 -50`, colour.leafDark, 5);

/** A deep alley from above: the engine stands in the street; with `pipe` a dry pipe leads to its end. */
export function deepAlley(pipe: boolean): string {
  const plots = each(40, (plot) => {
    const [column, row] = [plot % 10, Math.floor(plot / 10)];
    return (
      rect(
        250 + column * 92,
        60 + row * 205,
        84,
        190,
        ['#d9a98a', colour.wall, colour.cream, '#c5cfb4', '#c9b591'][(plot * 7) % 5]!,
        `stroke="${colour.soft}" stroke-width="2"`,
      ) + stroke(`M${254 + column * 92} ${155 + row * 205}h76`, colour.soft, 2, 'opacity=".5"')
    );
  });
  const alley = 'M200 458H760V268H980V130H1110';
  const engine =
    rect(40, 330, 96, 230, colour.lacquer, 'rx="14"') +
    rect(54, 340, 68, 40, colour.sky, 'rx="6"') +
    stroke('M70 400V540M106 400V540M70 430h36M70 470h36M70 510h36', colour.white, 6);
  const valves = [420, 620]
    .map((x) => [x, 458])
    .concat([
      [760, 340],
      [900, 268],
      [1060, 130],
    ]);
  const line = pipe
    ? stroke(alley.replace('M200', 'M136'), colour.enamel, 11) +
      valves.map(([x, y]) => circle(x!, y!, 17, colour.white, `stroke="${colour.enamel}" stroke-width="7"`)).join('')
    : stroke('M136 458H560', colour.enamel, 9, 'stroke-dasharray="4 16"') +
      bike(430, 440) +
      bike(640, 475) +
      bike(762, 350);
  return drawing(
    '#e4dcc3',
    plots +
      rect(0, 0, 215, 900, colour.road) +
      each(6, (dash) => rect(166, 30 + dash * 160, 8, 80, colour.white)) +
      stroke(alley, '#e4dcc3', 44) +
      stroke(alley, colour.kerb, 34) +
      engine +
      line +
      shape('M1110 66q50 40 34 94q-34 30 -68 0q-14 -40 12 -58q4 26 18 20q-8 -30 4 -56z', colour.clay) +
      shape('M1112 116q26 20 16 42q-18 16 -34 0q-6 -18 8 -28z', colour.ochre) +
      (pipe
        ? label(480, 340, 'Đường ống khô', [520, 452]) + label(900, 420, 'Van lấy nước', [903, 276])
        : label(480, 340, 'Ngõ rộng dưới 2 m', [520, 452]) + label(900, 420, 'Xe máy, khúc cua', [772, 350])) +
      label(130, 640, 'Xe dừng ngoài', [88, 566]),
  );
}

const bike = (x: number, y: number) =>
  rect(x - 30, y - 6, 60, 12, colour.ink, 'rx="6"') + rect(x - 16, y - 11, 34, 22, colour.lacquer, 'rx="9"');

/** An old tree and one planted after the storm, with what they have below the pavement. */
export const treesAfterStorm = () =>
  drawing(
    colour.sky,
    ground() +
      circle(1060, 120, 64, colour.ochre) +
      house(-40, 560, 170, 3, colour.wall) +
      house(1070, 560, 170, 3, colour.cream) +
      shape('M140 545h420v14h-420z', colour.ink, 'opacity=".16"') +
      tree(350, 560, 1.65) +
      stroke(
        'M350 566q-40 80 -150 120M350 566q20 110 -40 200M350 566q50 90 160 130M350 566q8 70 70 160',
        colour.wood,
        13,
      ) +
      rect(790, 566, 110, 96, '#7a5c3a') +
      stroke('M845 560V380', colour.wood, 9) +
      circle(845, 366, 40, colour.leaf) +
      circle(820, 390, 24, colour.leafDark) +
      stroke('M800 560L845 450L890 560', colour.clay, 6) +
      stroke('M845 570q-22 24 -20 60M845 570q22 24 20 60', colour.wood, 6) +
      person(260, 560, 0.95, colour.brick) +
      person(430, 560, 0.95, colour.enamel, { hat: true }) +
      label(620, 150, '36°C dưới tán', [430, 300]) +
      label(960, 290, '52°C', [920, 548]) +
      measure(790, 720, 900, 720, '') +
      words(845, 780, '80 × 80 cm', 34, `${middle} ${bold}`),
  );

/** A trench of soil that runs below the pavement from tree to tree. */
export const linkedTrench = () =>
  drawing(
    colour.sky,
    ground() +
      house(-40, 560, 170, 3, colour.wall) +
      house(1080, 560, 170, 3, colour.cream) +
      cloud(620, 110, 1.3) +
      rect(150, 578, 900, 190, '#7a5c3a', 'rx="26"') +
      each(40, (dot) => circle(180 + ((dot * 211) % 850), 604 + ((dot * 67) % 140), 6, '#a07c50')) +
      [270, 600, 930]
        .map(
          (x) =>
            tree(x, 560, 1.12) +
            stroke(
              `M${x} 566q-40 70 -120 100M${x} 566q-6 90 -30 150M${x} 566q40 80 130 120M${x} 566q12 70 40 160`,
              colour.cream,
              8,
              'opacity=".75"',
            ),
        )
        .join('') +
      stroke('M150 700H1050', colour.enamel, 9, 'stroke-dasharray="3 20"') +
      person(440, 560, 0.95, colour.brick) +
      person(770, 560, 0.95, colour.shutter, { flip: true }) +
      label(600, 850, 'Rãnh đất liên thông', [600, 740]) +
      label(180, 850, 'Ống thấm nước', [220, 700]),
  );

const ground = () =>
  rect(0, 560, 1200, 340, '#a9906a') +
  rect(0, 556, 1200, 26, colour.kerb) +
  each(15, (tile) => stroke(`M${tile * 86} 556v26`, colour.soft, 2));
