/** Uploaded images: what is no picture is refused, and of what is one only the picture is kept. */
import { crc32, deflateSync } from 'node:zlib';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { type SignedIn, useApi } from '../testing/api.ts';
import { encodeImage } from './image.ts';
import { fileOf } from './multipart.ts';

const api = useApi();
let person: SignedIn;
beforeAll(async () => {
  person = await api.signInAs();
});

const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const upload = (raw: Buffer, type = 'image/jpeg') =>
  api.call('POST', '/uploads', { token: person.token, raw, headers: { 'content-type': type } });
const refuse = (raw: Buffer, type: string, code: ErrorCode) =>
  expectRefused(api, code, 'POST', '/uploads', { token: person.token, raw, headers: { 'content-type': type } });

/** A PNG that claims a size, with hardly anything in it. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(100_000)));
  return Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]);
}

function form(parts: { name: string; bytes: Buffer; file?: string }[], boundary = 'ranh-gioi'): Buffer {
  const lines = parts.flatMap(({ name, bytes, file }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file ? `; filename="${file}"\r\ncontent-type: image/png` : ''}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)]);
}
const formType = 'multipart/form-data; boundary=ranh-gioi';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
/** Ten times ten times ten … squares, whose extent must be found when nothing says it. */
const bomb = `<svg xmlns="http://www.w3.org/2000/svg"><rect id="a0" width="1" height="1"/>${Array.from(
  { length: 8 },
  (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`,
).join('')}</svg>`;
const html = '<!doctype html><script>alert(1)</script>';

describe('what is no picture', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['HTML that calls itself PNG', () => Buffer.from(html), 'image/png'],
    ['HTML behind the first bytes of a PNG', () => Buffer.from(`\x89PNG\r\n\x1a\n${html}`, 'latin1'), 'image/png'],
    ['a script that begins like a GIF', () => Buffer.from('GIF89a/*\0\0\0\0*/=1;alert(1)//', 'latin1'), 'image/gif'],
    ['SVG', () => Buffer.from(svg), 'image/svg+xml'],
    ['SVG that calls itself PNG', () => Buffer.from(svg), 'image/png'],
    [
      'SVG that reads a file',
      () =>
        Buffer.from(
          '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>',
        ),
      'image/png',
    ],
    ['PDF', () => Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'), 'image/jpeg'],
    ['TIFF', () => red(9, 9).tiff().toBuffer(), 'image/tiff'],
    ['a program', () => Buffer.from('\x7fELF\x02\x01\x01'.padEnd(200, '\0'), 'latin1'), 'image/png'],
    ['a zip', () => Buffer.from('PK\x03\x04'.padEnd(100, '\0'), 'latin1'), 'image/png'],
    ['nothing', () => Buffer.alloc(0), 'image/png'],
    ['noise', () => Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)), 'image/jpeg'],
    ['half a JPEG', async () => (await red(800, 800).jpeg().toBuffer()).subarray(0, 1_500), 'image/jpeg'],
    [
      'a PNG cut short',
      async () => (await red(300, 300).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9_000),
      'image/png',
    ],
    ['a PNG as wide as can be', () => pngClaiming(2_147_483_647, 1), 'image/png'],
    ['a PNG of no size', () => pngClaiming(0, 0), 'image/png'],
  ])('%s', async (_, make, type) => {
    await refuse(await make(), type, 'upload_not_image');
  });

  it.each(['text/html', 'application/json', 'application/octet-stream', ''])('a picture sent as %j', async (type) => {
    await refuse(await red(9, 9).png().toBuffer(), type, 'unsupported_media_type');
  });

  it.each([
    ['50 megapixels and one row', 10_000, 5_001],
    ['108 megapixels, as telephones make', 12_000, 9_000],
    ['2.5 billion pixels', 50_000, 50_000],
  ])('a picture of %s is said to be too large, before it is decoded', async (_, width, height) => {
    await refuse(pngClaiming(width, height), 'image/png', 'upload_too_many_pixels');
  });

  it('a picture of 50 megapixels is decoded: this one is unreadable', async () => {
    await expect(encodeImage(pngClaiming(10_000, 5_000))).rejects.toMatchObject({ code: 'upload_not_image' });
  });

  it('SVG is not even read: it can be built to take minutes', async () => {
    await refuse(Buffer.from(bomb), 'image/png', 'upload_not_image');
    const cause = await encodeImage(Buffer.from(bomb)).catch((error: Error) => String(error.cause));
    expect(cause, 'no reader takes it').toMatch(/unsupported image format/);
  });

  it('a picture above 4.5 MB, alone and in a form', async () => {
    const picture = await red(9, 9).png().toBuffer();
    const bytes = Buffer.concat([picture, Buffer.alloc(4_500_001 - picture.length)]);
    await refuse(bytes, 'image/png', 'upload_too_large');
    await refuse(form([{ name: 'file', bytes, file: 'a.png' }]), formType, 'upload_too_large');
  });

  it('a form without a picture, without an end, without a boundary', async () => {
    const bytes = await red(9, 9).png().toBuffer();
    await refuse(form([{ name: 'other', bytes, file: 'a.png' }]), formType, 'upload_not_image');
    await refuse(form([{ name: 'file', bytes: Buffer.from('words') }]), formType, 'upload_not_image');
    await refuse(form([]), formType, 'upload_not_image');
    await refuse(form([{ name: 'file', bytes, file: 'a.png' }]).subarray(0, 150), formType, 'upload_not_image');
    await refuse(form([{ name: 'file', bytes, file: 'a.png' }]), 'multipart/form-data', 'upload_not_image');
    await refuse(form([{ name: 'file', bytes, file: 'a.png' }], 'other'), formType, 'upload_not_image');
  });
});

it('a form cut anywhere is refused or read whole, and harms nobody', async () => {
  const bytes = Buffer.from('picture');
  const parts = [
    { name: 'alt', bytes: Buffer.from('words') },
    { name: 'file', bytes, file: 'a.png' },
    { name: 'second', bytes, file: 'b.png' },
  ];
  const whole = form(parts);
  for (let length = 0; length <= whole.length; length++) {
    const outcome = await fileOf(whole.subarray(0, length), formType).catch((error: unknown) => error);
    if (outcome instanceof Buffer) expect(bytes.subarray(0, outcome.length)).toEqual(outcome);
    else expect(outcome).toMatchObject({ code: 'upload_not_image' });
  }
});

describe('a picture', () => {
  const kept = (url: string) => Buffer.from(api.files.get(url.slice(1))!);

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('as %s is kept as WebP in two sizes', async (format) => {
    const { status, json } = await upload(await red(900, 600)[format]().toBuffer(), `image/${format}`);
    expect(status).toBe(201);
    expect(json).toMatchObject({ type: 'image/webp', width: 900, height: 600 });
    expect(json.url).toBe(`/media/${json.id}.webp`);
    const full = await sharp(kept(json.url)).metadata();
    const small = await sharp(kept(json.thumbnailUrl)).metadata();
    expect([full.format, full.width, small.format, small.width]).toEqual(['webp', 900, 'webp', 480]);
  });

  it('loses where and by whom it was taken, and keeps which way is up', async () => {
    const gps = {
      IFD0: { Artist: 'Trần Thị Chụp' },
      IFD3: { GPSLatitude: '21/1 1/1 42/1', GPSLongitude: '105/1 51/1 0/1' },
    };
    const taken = await red(200, 100).withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const given = await sharp(taken).metadata();
    expect([given.exif !== undefined, given.orientation]).toEqual([true, 6]);
    const { json } = await upload(taken);
    expect([json.width, json.height]).toEqual([100, 200]);
    for (const url of [json.url, json.thumbnailUrl]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(kept(url)).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(kept(url).includes('Trần')).toBe(false);
    }
  });

  it('loses what hides behind it', async () => {
    const hidden = Buffer.concat([await red(50, 50).gif().toBuffer(), Buffer.from(`;${html}`)]);
    const { status, json } = await upload(hidden, 'image/gif');
    expect(status).toBe(201);
    expect(kept(json.url).includes('script')).toBe(false);
  });

  it('larger than a screen is made smaller', async () => {
    const { json } = await upload(await red(4_000, 1_000).png().toBuffer(), 'image/png');
    expect([json.width, json.height]).toEqual([1_600, 400]);
  });

  it('in a form is taken by its bytes, whatever its name says', async () => {
    const bytes = await red(9, 9).png().toBuffer();
    const raw = form([{ name: 'file', bytes, file: '../../evil.html' }]);
    const { status, json } = await upload(raw, formType);
    expect(status).toBe(201);
    expect(json.url).toMatch(/^\/media\/upl_\w{26}\.webp$/);
  });
});
