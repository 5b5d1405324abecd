/** Drawings of houses people live and learn in. */
import {
  at,
  circle,
  colour,
  daylight,
  drawing,
  each,
  house,
  label,
  motorbike,
  person,
  rect,
  shape,
  stroke,
  tree,
} from './pieces.ts';

/** A school yard with building sites on three sides. */
export const schoolDust = () =>
  drawing(
    '#e8dcc0',
    crane(150, 640, 1) +
      crane(1040, 640, 0.97, true) +
      rect(60, 340, 210, 300, '#c9b591') +
      each(12, (hole) =>
        rect(80 + (hole % 3) * 62, 360 + Math.floor(hole / 3) * 70, 42, 46, colour.soft, 'opacity=".7"'),
      ) +
      rect(940, 300, 220, 340, '#c9b591') +
      each(15, (hole) =>
        rect(960 + (hole % 3) * 66, 320 + Math.floor(hole / 3) * 64, 44, 42, colour.soft, 'opacity=".7"'),
      ) +
      rect(350, 360, 500, 280, colour.wall) +
      shape('M330 360H870L840 310H360Z', colour.brick) +
      each(
        5,
        (column) =>
          rect(382 + column * 92, 390, 60, 74, colour.shutter, 'rx="3"') +
          rect(382 + column * 92, 500, 60, 74, colour.shutter, 'rx="3"'),
      ) +
      rect(560, 560, 80, 80, colour.wood) +
      stroke('M600 310V220', colour.ink, 5) +
      shape('M602 222h66v42h-66z', colour.lacquer) +
      rect(0, 640, 1200, 260, '#d8c193') +
      rect(300, 640, 600, 260, '#dcd3b4') +
      stroke('M300 640V900M900 640V900', colour.leafDark, 10) +
      each(6, (child) =>
        person(
          390 + child * 84,
          770 + (child % 2) * 70,
          0.78,
          [colour.enamel, colour.white, colour.lacquer][child % 3]!,
          { flip: child % 2 === 1 },
        ),
      ) +
      truck(28, 820) +
      each(16, (puff) =>
        circle((puff * 173) % 1200, 420 + ((puff * 97) % 330), 40 + ((puff * 29) % 46), '#d9b56c', 'opacity=".22"'),
      ),
  );

const crane = (x: number, ground: number, scale: number, flip = false) =>
  at(
    x,
    ground,
    scale,
    rect(-12, -560, 24, 560, colour.ochre) +
      stroke('M-12 -540L12 -500L-12 -460L12 -420L-12 -380L12 -340', colour.clay, 4) +
      stroke('M-90 -560H260M0 -620L-90 -560M0 -620L260 -560M0 -620V-560', colour.ochre, 9) +
      stroke('M210 -556V-440', colour.ink, 4) +
      rect(180, -440, 60, 34, colour.soft) +
      rect(-96, -556, 44, 40, colour.soft),
    flip,
  );

const truck = (x: number, ground: number) =>
  shape(`M${x} ${ground - 110}h150l-14 66h-128z`, colour.clay) +
  shape(`M${x + 6} ${ground - 110}q40 -44 74 -30q40 -20 62 30z`, '#b99a63') +
  shape(`M${x + 156} ${ground - 120}h52l22 40v36h-74z`, colour.enamel) +
  rect(x + 170, ground - 108, 32, 30, colour.sky) +
  circle(x + 40, ground - 26, 26, colour.ink) +
  circle(x + 104, ground - 26, 26, colour.ink) +
  circle(x + 194, ground - 26, 26, colour.ink);

/** The old housing block: five floors, stairs only; with `lift` the free-standing lift before it. */
export function collectiveBlock(lift: boolean): string {
  const [left, top, storey] = [150, 150, 124];
  const flats = each(20, (flat) => {
    const [x, y] = [left + 20 + (flat % 4) * 150 + (flat % 4 > 1 ? 150 : 0), top + Math.floor(flat / 4) * storey];
    return (
      rect(x, y + 26, 54, 62, colour.shutter, 'rx="3"') +
      rect(x + 64, y + 20, 64, 92, flat % 3 ? '#cbb17a' : '#b8bfa6') +
      each(4, (bar) => stroke(`M${x + 72 + bar * 16} ${y + 22}v88`, colour.ink, 2.5, 'opacity=".35"')) +
      (flat % 5 === 1 ? rect(x + 70, y + 70, 20, 30, colour.lacquer) + rect(x + 94, y + 66, 16, 34, colour.white) : '')
    );
  });
  const stairs = each(5, (floor) =>
    stroke(`M${left + 330} ${top + 118 + floor * storey}l${floor % 2 ? -0 : 0} 0l110 -60l-110 -60`, colour.soft, 9),
  );
  const tower = lift
    ? rect(left + 316, top - 50, 150, 680, colour.white, 'opacity=".55"') +
      stroke(`M${left + 316} ${top - 50}V${top + 630}M${left + 466} ${top - 50}V${top + 630}`, colour.enamel, 12) +
      each(6, (x) => stroke(`M${left + 316} ${top - 46 + x * storey}H${left + 466}`, colour.enamel, 9)) +
      rect(left + 334, top + 262, 114, 104, colour.ochre, 'rx="6"') +
      person(left + 376, top + 364, 0.6, colour.brick, { stick: true }) +
      rect(left + 290, top + 625, 202, 26, colour.soft)
    : '';
  return daylight(
    [[1000, 120, 1.3]],
    rect(0, 770, 1200, 130, colour.kerb) +
      rect(left, top - 20, 790, 645, colour.wall) +
      rect(left - 14, top - 38, 818, 24, colour.cream) +
      each(6, (floor) => rect(left, top - 4 + floor * storey, 790, 6, colour.soft, 'opacity=".35"')) +
      rect(left + 318, top - 14, 146, 638, '#d3b478') +
      flats +
      stairs +
      tower +
      person(left + 580, top + 88, 0.62, colour.lacquer, { stick: true }) +
      tree(1060, 790, 1.2) +
      motorbike(230, 790, 0.9, colour.enamel) +
      motorbike(360, 790, 0.9, colour.brick) +
      person(760, 800, 0.9, colour.leaf) +
      (lift
        ? label(880, 330, 'Móng và khung riêng', [left + 466, 500])
        : label(900, 90, 'Tầng 5', [left + 590, top + 20])),
  );
}

/** A lodging house cut open: bikes below, one stairway above them. */
export const lodgingSmoke = () =>
  drawing(
    colour.dusk,
    rect(0, 800, 1200, 100, colour.kerb) +
      house(60, 800, 230, 4, '#d9a98a', false) +
      house(910, 800, 230, 4, '#c5cfb4', false) +
      rect(320, 90, 560, 710, colour.cream, `stroke="${colour.soft}" stroke-width="10"`) +
      each(5, (floor) => rect(320, 205 + floor * 115, 560, 8, colour.soft)) +
      each(5, (floor) =>
        each(
          2,
          (side) =>
            rect(336 + side * 370, 104 + floor * 115, 158, 100, colour.wall) +
            rect(336 + side * 370 + (side ? 110 : 14), 124 + floor * 115, 36, 46, colour.shutter) +
            each(3, (bar) =>
              stroke(`M${346 + side * 370 + (side ? 110 : 14) + bar * 8} ${124 + floor * 115}v46`, colour.ink, 3),
            ) +
            rect(350 + side * 370 + (side ? 0 : 60), 176 + floor * 115, 80, 16, colour.enamel, 'rx="5"'),
        ),
      ) +
      each(6, (floor) =>
        stroke(`M520 ${800 - floor * 115}L680 ${742 - floor * 115}L520 ${685 - floor * 115}`, colour.soft, 10),
      ) +
      each(5, (bike) =>
        motorbike(385 + bike * 108, 796, 0.72, [colour.lacquer, colour.enamel, colour.shutter][bike % 3]!),
      ) +
      shape(
        'M560 760Q520 640 600 560Q560 460 610 380Q570 280 600 130L660 120Q700 280 650 380Q700 470 640 570Q690 660 640 760Z',
        colour.ink,
        'opacity=".42"',
      ) +
      shape('M548 770q20 -70 52 -96q4 40 30 52q6 -24 0 -44q44 40 34 88z', colour.clay) +
      shape('M574 772q10 -40 30 -54q6 30 26 54z', colour.ochre) +
      label(200, 120, 'Một cầu thang', [560, 300]) +
      label(1030, 150, 'Mái nhà bên', [980, 250]),
  );

/** Two roofs and the folding bridge between them. */
export const roofBridge = () =>
  daylight(
    [
      [180, 140, 1.3],
      [980, 180, 1.1],
    ],
    rect(0, 430, 470, 470, colour.wall) +
      rect(730, 500, 470, 400, '#d9a98a') +
      rect(-10, 400, 490, 34, colour.cream) +
      rect(720, 470, 490, 34, colour.cream) +
      each(
        3,
        (pane) =>
          rect(60 + pane * 135, 520, 80, 110, colour.shutter) + rect(780 + pane * 135, 590, 80, 110, colour.shutter),
      ) +
      each(
        3,
        (pane) =>
          rect(60 + pane * 135, 720, 80, 110, colour.shutter) + rect(780 + pane * 135, 770, 80, 110, colour.shutter),
      ) +
      stroke('M452 398L748 468', colour.enamel, 18) +
      stroke('M452 310L748 380M452 310V398M526 328V414M600 346V432M674 363V450M748 380V468', colour.enamel, 8) +
      person(560, 424, 0.95, colour.lacquer) +
      person(410, 400, 0.95, colour.ochre) +
      person(860, 470, 0.95, colour.leaf, { flip: true }) +
      rect(120, 300, 150, 100, colour.soft, 'rx="10"') +
      circle(1040, 400, 66, '#9fb3b0') +
      rect(1000, 450, 80, 24, colour.soft) +
      label(600, 220, 'Cầu gập, tay vịn hai bên', [600, 346]) +
      label(600, 760, 'Khe giữa hai nhà'),
  );
