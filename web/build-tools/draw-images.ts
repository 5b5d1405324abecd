/**
 * Draws the pictures the site is known by elsewhere: static/touch-icon.png for home screens, static/share.png beside
 * shared links. `npm run draw --workspace web` makes them anew when the mark or the colours change.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const web = join(import.meta.dirname, '..');
const share = { width: 1200, height: 630 } as const;
const pavilion = { width: 433, height: 500 } as const;
/** The light theme of tokens.css. */
const colours = { night: '#12463b', wall: '#efb740', roof: '#cd7f1d', paper: '#f3f0e4' } as const;

await drawTouchIcon();
await drawShareImage();

/** The mark fills the square: phones round the corners themselves. */
async function drawTouchIcon(): Promise<void> {
  const mark = readFileSync(join(web, 'static/favicon.svg'), 'utf8').replace('rx="7"', '');
  await sharp(Buffer.from(mark), { density: 400 })
    .resize(180, 180)
    .flatten({ background: colours.wall })
    .png({ palette: true })
    .toFile(join(web, 'static/touch-icon.png'));
}

async function drawShareImage(): Promise<void> {
  const [name, line] = [
    await words('Mạng lưới\nsáng kiến\nHà Nội', 84),
    await words('Bài toán khó của Hà Nội, cả thành phố cùng giải', 29),
  ];
  const foot = share.height - 44;
  await sharp({ create: { ...share, channels: 3, background: colours.night } })
    .composite([
      { input: Buffer.from(bridge()), left: 0, top: foot },
      { input: Buffer.from(pavilionSvg()), left: share.width - pavilion.width - 64, top: foot - pavilion.height + 2 },
      { input: name, left: 80, top: 92 },
      { input: line, left: 82, top: 476 },
    ])
    .png({ palette: true, colours: 64 })
    .toFile(join(web, 'static/share.png'));
}

/** `text` in the site's own letters, `size` pixels high. */
function words(text: string, size: number): Promise<Buffer> {
  return sharp({
    text: {
      text: `<span foreground="${colours.paper}">${text}</span>`,
      font: `Be Vietnam Pro SemiBold ${size}px`,
      fontfile: join(web, 'fonts/BeVietnamPro-600.ttf'),
      rgba: true,
      dpi: 72,
    },
  })
    .png()
    .toBuffer();
}

/** The drawing of the home page, with the colours its style sheet gives it there. */
function pavilionSvg(): string {
  const source = readFileSync(join(web, 'src/routes/[[lang=lang]]/Pavilion.svelte'), 'utf8');
  const drawing = source.slice(source.indexOf('<svg'), source.indexOf('</svg>'));
  const { night, wall, roof } = colours;
  const style = `.wall,.sun{fill:${wall}}.roof,.shade{fill:${roof}}.night{fill:${night}}.rim{fill:none;stroke:${wall};stroke-width:4}.rays{stroke:${wall};stroke-width:2}.lines{fill:none;stroke:${roof};stroke-width:2.5}`;
  const sized = drawing.replace(
    /width="\d+" height="\d+"/,
    `width="${pavilion.width}" height="${pavilion.height}" xmlns="http://www.w3.org/2000/svg"`,
  );
  return `${sized}<style>${style}</style></svg>`;
}

/** The trusses of Long Biên, as Truss.svelte has them. */
function bridge(): string {
  const source = readFileSync(join(web, 'src/lib/ui/Truss.svelte'), 'utf8');
  const path = /\sd="([^"]+)"/.exec(source)?.[1] ?? '';
  const spans = Array.from({ length: 7 }, (_, index) => `<path transform="translate(${index * 192})" d="${path}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${share.width}" height="34" fill="none" stroke="${colours.wall}" stroke-width="1.5">${spans.join('')}</svg>`;
}
