/**
 * Decodes a picture and re-encodes it: metadata (the place it was taken) and anything hidden in the file are removed.
 */
import { AppError } from '@hanoi/core/shared/app-error';
import { mostMegapixels } from '@hanoi/core/upload/limit';
import sharp from 'sharp';

/** Formats we decode; SVG and the like are programs, not pictures. */
const decoded = ['jpeg', 'png', 'webp', 'gif', 'heif'];
// To learn that a file is SVG, it would be read, and it can be built to take minutes: the other readers are not there at all.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
});
/** Longest side, pixels. */
const fullSide = 1_600;
const thumbnailSide = 480;
/** A small file can claim a huge picture: one of more pixels is refused before it is decoded. */
const mostPixels = mostMegapixels * 1_000_000;

export type EncodedImage = { full: Buffer; thumbnail: Buffer; width: number; height: number };

/** WebP of the picture at two sizes. @throws upload_not_image, upload_too_many_pixels */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  try {
    // The head of the file alone is read here, so that a picture that is too large is not called unreadable.
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!format || !decoded.includes(format)) throw new AppError('upload_not_image');
    if (width * height > mostPixels) throw new AppError('upload_too_many_pixels');
    const full = await resized(bytes, fullSide, 82);
    const thumbnail = await resized(bytes, thumbnailSide, 75);
    return { full: full.data, thumbnail: thumbnail.data, width: full.info.width, height: full.info.height };
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('upload_not_image', { cause });
  }
}

function resized(bytes: Buffer, side: number, quality: number) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
}
