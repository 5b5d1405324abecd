/** Drawings of places people come to: a pool, the last stop, the market, a shop. */
import {
  bold,
  circle,
  colour,
  daylight,
  drawing,
  each,
  house,
  label,
  measure,
  middle,
  motorbike,
  person,
  rect,
  rider,
  shape,
  stroke,
  tree,
  words,
} from './pieces.ts';

/** A steel-framed pool in a village yard, with children who learn to float. */
export const framePool = () =>
  daylight(
    [
      [240, 120, 1.4],
      [900, 150, 1.2],
    ],
    tree(120, 520, 1.3) +
      tree(1090, 520, 1.2) +
      house(440, 520, 180, 2, colour.wall, false) +
      house(620, 520, 180, 2, colour.cream, false) +
      rect(0, 510, 1200, 390, '#d8c193') +
      shape('M150 560H1050L1130 760H70Z', colour.water) +
      each(4, (lane) =>
        stroke(`M${330 + lane * 180} 564L${282 + lane * 212} 756`, colour.white, 5, 'stroke-dasharray="18 14"'),
      ) +
      shape('M70 760H1130V850H70Z', colour.enamel) +
      each(10, (post) => rect(66 + post * 117, 740, 14, 130, colour.soft)) +
      stroke('M150 560L70 760H1130L1050 560Z', colour.soft, 10) +
      [
        [250, 650],
        [450, 700],
        [660, 640],
        [860, 700],
      ]
        .map(
          ([x, y], i) =>
            shape(
              `M${x! - 70} ${y! + 8}q70 -40 140 0z`,
              [colour.lacquer, colour.ochre, colour.shutter, colour.brick][i]!,
            ) +
            circle(x! + 84, y! - 6, 19, colour.skin) +
            shape(`M${x! + 66} ${y! - 12}q18 -26 36 0z`, colour.ink) +
            stroke(`M${x! + 60} ${y! + 4}l40 16`, colour.skin, 9),
        )
        .join('') +
      person(700, 556, 0.95, colour.lacquer) +
      person(960, 556, 0.95, colour.leaf, { flip: true }) +
      measure(150, 520, 1050, 520, '') +
      words(290, 506, '12 m', 36, bold),
  );

/** The last stop, and the dormitories far behind it. */
export const lastStop = () =>
  drawing(
    '#cfd6d6',
    circle(1010, 120, 54, colour.cream) +
      shape('M0 430Q240 330 520 400T1200 380V560H0Z', '#90a88a') +
      each(
        4,
        (block) =>
          rect(760 + block * 84, 290 + (block % 2) * 16, 66, 130, '#b7b59c') +
          each(8, (pane) =>
            rect(
              770 + block * 84 + (pane % 2) * 28,
              304 + (block % 2) * 16 + Math.floor(pane / 2) * 28,
              18,
              16,
              colour.ochre,
              'opacity=".9"',
            ),
          ),
      ) +
      rect(0, 520, 1200, 380, '#a8b58c') +
      shape('M-40 900L700 430H760L620 900Z', colour.road) +
      each(5, (dash) =>
        shape(
          `M${270 + dash * 84} ${880 - dash * 92}l${26 - dash * 4} ${-44 + dash * 6}h${10 - dash}l${-20 + dash * 3} ${44 - dash * 6}z`,
          colour.white,
        ),
      ) +
      rect(720, 640, 330, 16, colour.lake) +
      rect(736, 650, 12, 170, colour.ink) +
      rect(1022, 650, 12, 170, colour.ink) +
      rect(748, 660, 274, 110, colour.white, 'opacity=".35"') +
      rect(770, 770, 230, 14, colour.wood) +
      rect(1080, 560, 12, 270, colour.ink) +
      rect(1046, 540, 80, 80, colour.enamel, 'rx="12"') +
      words(1086, 596, 'BUÝT', 26, `${middle} ${bold} style="fill:${colour.white}"`) +
      person(830, 830, 1.05, colour.brick) +
      person(900, 830, 1.05, colour.enamel, { flip: true }) +
      person(560, 640, 0.55, colour.ochre) +
      label(540, 420, '2 km', [694, 446]),
  );

/** The small market outside the dyke, half its stalls empty. */
export const quietMarket = () =>
  daylight(
    [
      [200, 110, 1.2],
      [980, 130, 1.3],
    ],
    rect(0, 640, 1200, 260, colour.kerb) +
      shape('M40 330L600 130L1160 330V380H40Z', colour.brick) +
      each(18, (rib) => stroke(`M600 132L${60 + rib * 64} 376`, colour.lacquer, 3, 'opacity=".5"')) +
      rect(40, 372, 1120, 20, colour.ink, 'opacity=".25"') +
      [80, 330, 590, 850, 1110].map((x) => rect(x, 380, 22, 340, colour.soft)).join('') +
      each(4, (stall) => {
        const x = 120 + stall * 258;
        const open = stall < 2;
        return (
          rect(x, 560, 190, 130, open ? colour.wood : '#b9ae94', 'rx="4"') +
          rect(x - 8, 548, 206, 18, colour.cream) +
          (open
            ? each(6, (pile) =>
                circle(x + 22 + pile * 30, 540, 22, [colour.leaf, colour.lacquer, colour.ochre][(pile + stall) % 3]!),
              ) + shape(`M${x - 16} 470h222l-20 -46h-182z`, stall ? colour.ochre : colour.shutter)
            : stroke(`M${x} 566l190 120M${x + 190} 566l-190 120`, colour.soft, 4))
        );
      }) +
      person(230, 800, 1.2, colour.lacquer, { hat: true }) +
      person(430, 790, 1.15, colour.enamel, { flip: true }) +
      rider(900, 830, 1.05, colour.shutter, colour.ochre),
  );

/** A small cabinet of batteries before a shop, and a rider who changes his. */
export const batteryCabinet = () =>
  drawing(
    colour.paper,
    rect(0, 0, 1200, 690, colour.wall) +
      rect(60, 160, 520, 530, colour.wood) +
      shape('M30 160H610L650 240H0Z', colour.shutter) +
      rect(110, 280, 420, 300, '#d9b06f') +
      each(
        3,
        (shelf) =>
          rect(110, 370 + shelf * 100, 420, 10, colour.brick) +
          each(8, (jar) =>
            rect(
              124 + jar * 51,
              322 + shelf * 100,
              34,
              48,
              [colour.lacquer, colour.ochre, colour.leaf, colour.enamel][(jar + shelf) % 4]!,
              'rx="5"',
            ),
          ),
      ) +
      words(300, 130, 'TẠP HÓA', 58, `${middle} ${bold}`) +
      rect(0, 690, 1200, 210, colour.kerb) +
      rect(690, 250, 250, 450, colour.enamel, 'rx="16"') +
      each(
        8,
        (bay) =>
          rect(
            712 + (bay % 2) * 106,
            280 + Math.floor(bay / 2) * 100,
            96,
            84,
            bay === 5 ? colour.ink : colour.lake,
            'rx="8"',
          ) +
          circle(790 + (bay % 2) * 106, 300 + Math.floor(bay / 2) * 100, 8, bay % 3 === 0 ? colour.ochre : '#8fd08a'),
      ) +
      person(1010, 820, 1.75, colour.brick, { flip: true }) +
      rect(930, 620, 62, 78, '#8fd08a', 'rx="8"') +
      stroke('M946 620v-16h30v16', colour.ink, 7) +
      motorbike(520, 850, 1.5, colour.lacquer) +
      label(1040, 190, 'Tủ đổi pin', [880, 262]),
  );
