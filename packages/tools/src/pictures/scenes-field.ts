/** Drawings of the villages: fields, water for them, the hall. */
import {
  circle,
  colour,
  daylight,
  drawing,
  each,
  label,
  person,
  rect,
  scattered,
  shape,
  stroke,
  tree,
} from './pieces.ts';

/** What stands of the straw after the harvest, spread over the ground from `top` down. */
const stubble = (count: number, top: number, deep: number, high: number) =>
  each(count, (stub) => {
    const foot = `M${(stub * 173) % 1200} ${top + ((stub * 71) % deep)}`;
    return stroke(`${foot}l-6 -${high}${foot}l6 -${high}`, '#b7923c', 4);
  });

/** Fields after the harvest, straw burning, smoke over the village. */
export const strawBurning = () =>
  drawing(
    '#e9dcb8',
    circle(960, 190, 70, '#dd8f4a') +
      shape('M0 430Q200 340 420 400T860 380T1200 420V900H0Z', '#a8b58c') +
      each(
        7,
        (home) =>
          rect(700 + home * 72, 372 - (home % 3) * 12, 54, 60, colour.wall) +
          shape(`M${692 + home * 72} ${374 - (home % 3) * 12}l35 -30l35 30z`, colour.brick),
      ) +
      shape('M0 430H1200V900H0Z', '#d9b75c') +
      each(6, (row) => stroke(`M${-100 + row * 60} ${900}L${240 + row * 120} 430`, '#b7923c', 5, 'opacity=".6"')) +
      stubble(70, 520, 370, 22) +
      scattered(
        [
          [260, 640, 1.1],
          [560, 560, 0.8],
          [860, 690, 1.2],
        ],
        each(9, (puff) =>
          circle(Math.sin(puff * 1.3) * 26 + puff * 20, -60 - puff * 44, 40 + puff * 8, '#8f8a80', 'opacity=".4"'),
        ) +
          shape('M-120 10Q-70 -50 0 -56Q80 -50 124 10Z', '#a9812f') +
          shape('M-64 0q6 -54 40 -84q4 40 26 52q10 -30 6 -54q44 40 34 86z', colour.clay) +
          shape('M-30 2q4 -30 26 -48q6 26 26 48z', colour.ochre),
      ) +
      person(1050, 800, 1.25, colour.enamel, { hat: true, flip: true }),
  );

/** A small baler, and the rolls it leaves. */
export const strawBaler = () =>
  daylight(
    [
      [240, 150, 1.4],
      [820, 110, 1.2],
    ],
    shape('M0 430Q200 350 420 400T860 380T1200 420V900H0Z', '#a8b58c') +
      shape('M0 470H1200V900H0Z', '#dcbc66') +
      stubble(60, 540, 350, 20) +
      scattered(
        [
          [180, 800, 1.2],
          [400, 640, 0.8],
          [1000, 560, 0.6],
          [1080, 800, 1.1],
        ],
        shape('M-20 -110H60A55 55 0 0 1 60 0H-20Z', '#c9992f') +
          circle(-20, -55, 55, '#e3b94f') +
          stroke('M-20 -55m-38 0a38 38 0 1 0 76 0a38 38 0 1 0 -76 0M-20 -55m-18 0a18 18 0 1 0 36 0', '#b7923c', 5),
      ) +
      shape('M500 470H620V560H500Z', colour.sky, `stroke="${colour.lacquer}" stroke-width="14"`) +
      person(560, 620, 0.85, colour.leaf, { hat: true }) +
      shape('M470 560H690V700H470Z', colour.lacquer) +
      rect(460, 560, 240, 26, colour.brick) +
      rect(690, 600, 100, 22, colour.ink) +
      shape('M790 540h150q40 50 0 160h-150z', colour.ochre) +
      circle(866, 620, 58, '#c9992f') +
      circle(540, 716, 62, colour.ink) +
      circle(540, 716, 28, colour.kerb) +
      circle(670, 736, 42, colour.ink) +
      circle(670, 736, 18, colour.kerb) +
      circle(850, 736, 42, colour.ink) +
      circle(850, 736, 18, colour.kerb),
  );

/** The sluice at night-coloured water, and its keeper. */
export const sluice = () =>
  daylight(
    [[300, 120, 1.3]],
    shape('M0 420Q300 370 600 410T1200 400V520H0Z', '#a8b58c') +
      rect(0, 470, 1200, 430, '#a9906a') +
      rect(0, 470, 1200, 60, colour.leaf) +
      rect(576, 560, 70, 340, colour.waterDeep) +
      shape('M0 560H560V900H0Z', '#4c4a44') +
      each(6, (wave) => stroke(`M${40 + (wave % 3) * 170} ${640 + wave * 42}q30 -12 60 0`, '#76736a', 6)) +
      shape('M640 640H1200V900H640Z', colour.water) +
      each(5, (wave) =>
        stroke(`M${700 + (wave % 3) * 160} ${700 + wave * 36}q30 -12 60 0`, colour.white, 6, 'opacity=".7"'),
      ) +
      rect(540, 330, 40, 570, colour.soft) +
      rect(640, 330, 40, 570, colour.soft) +
      rect(520, 300, 180, 40, colour.kerb) +
      rect(580, 420, 60, 330, colour.wood) +
      each(4, (bar) => stroke(`M582 ${480 + bar * 70}h56`, colour.ink, 4)) +
      circle(610, 270, 38, 'none', `stroke="${colour.lacquer}" stroke-width="12"`) +
      stroke('M610 300V420M575 270h70M610 235v70', colour.lacquer, 8) +
      person(770, 530, 1.15, colour.brick, { hat: true, flip: true }) +
      each(26, (rice) =>
        stroke(`M${830 + rice * 15} 520q-4 -26 -10 -36M${830 + rice * 15} 520q4 -26 10 -36`, colour.leafDark, 4),
      ) +
      rect(330, 360, 16, 200, colour.soft) +
      rect(302, 250, 72, 150, colour.ink, 'rx="14"') +
      circle(338, 280, 18, colour.leaf) +
      circle(338, 325, 18, colour.ochre) +
      circle(338, 370, 18, colour.lacquer) +
      label(200, 850, 'Nước sông') +
      label(960, 850, 'Mương vào ruộng'),
  );

/** The village hall, its columns eaten and propped. */
export const villageHall = () =>
  daylight(
    [[220, 120, 1.3]],
    tree(110, 720, 1.7) +
      tree(1110, 720, 1.5) +
      rect(0, 710, 1200, 190, '#d8c193') +
      rect(200, 660, 800, 60, colour.soft) +
      rect(170, 704, 860, 26, colour.kerb) +
      rect(260, 430, 680, 230, '#8f5f3a') +
      each(
        7,
        (door) =>
          rect(280 + door * 95, 450, 74, 210, colour.wood) +
          each(4, (bar) => stroke(`M${296 + door * 95 + bar * 15} 470v90`, colour.ink, 3, 'opacity=".4"')),
      ) +
      shape(
        'M110 440Q190 420 270 300Q600 250 930 300Q1010 420 1090 440Q1080 400 1120 372Q1040 470 900 448H300Q160 470 80 372Q120 400 110 440Z',
        colour.brick,
      ) +
      each(26, (tile) => stroke(`M${300 + tile * 24} 296l${-70 + tile * 5.6} 150`, '#8a3f28', 3, 'opacity=".55"')) +
      shape('M730 330h170l30 90h-180z', '#5b4535') +
      stroke('M720 320L930 440M910 320L740 440', colour.enamel, 0) +
      shape('M700 300q110 -16 220 30l40 100q-120 -30 -230 -10z', colour.enamel, '') +
      [270, 430, 590, 750, 910]
        .map(
          (x, i) =>
            rect(x - 16, 440, 32, 225, i === 1 ? '#6b4a2e' : '#7a4a28') +
            (i === 1 || i === 3 ? stroke(`M${x} 500L${x - 70} 664M${x} 500L${x + 70} 664`, colour.ochre, 12) : ''),
        )
        .join('') +
      person(520, 800, 1.15, colour.white, { stick: true }) +
      person(690, 810, 1.15, colour.shutter, { flip: true }) +
      label(930, 150, 'Bạt che chỗ mái xô', [830, 350]) +
      label(330, 840, 'Chống đỡ tạm', [372, 650]),
  );
