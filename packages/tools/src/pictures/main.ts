/** `npm run draw-pictures`: draws the pictures of the demo, in the two sizes of an upload, into its content. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pictureSize } from '@hanoi/local/seed/pictures';
import { album } from './album.ts';

const root = resolve(import.meta.dirname, '../../../..');
const folder = join(root, 'packages/local/src/seed/content/pictures');

// The words on a drawing are set in the site's own type, which need not be installed; sharp looks for it as it loads.
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
const fonts = `<fontconfig><dir>${join(root, 'web/fonts')}</dir><cachedir>${scratch}</cachedir></fontconfig>`;
writeFileSync(join(scratch, 'fonts.conf'), fonts);
process.env.FONTCONFIG_FILE = join(scratch, 'fonts.conf');
const { default: sharp } = await import('sharp');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(album)) {
  for (const [wide, file] of [
    [pictureSize.width, `${name}.webp`],
    [480, `${name}-s.webp`],
  ] as const) {
    await sharp(Buffer.from(svg)).resize(wide).webp({ quality: 50, effort: 6 }).toFile(join(folder, file));
  }
}
rmSync(scratch, { recursive: true });
