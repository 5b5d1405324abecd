/** Pictures of subjects: in requests, in answers, and the addresses they are served at. */
import { idSchema, type UploadId } from '../shared/ids.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

export const imageLimit = 6;
/** Least and most characters of an alternative text. */
export const altLength = [0, 200] as const;

/** A picture as it is sent: the id of an upload, and its alternative text. */
export const imageInputSchema = z.strictObject({
  id: idSchema('upload'),
  alt: lineOfText(...altLength).default(''),
});
export const imagesInputSchema = z.array(imageInputSchema).max(imageLimit);

export const imageSchema = z
  .object({
    id: idSchema('upload'),
    url: z.string(),
    thumbnailUrl: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    alt: z.string(),
  })
  .meta({ id: 'Image' });
export type Image = z.output<typeof imageSchema>;

/** A picture as it is stored; a card stores its cover like this, without the alternative text. */
export type StoredImage = { id: UploadId; width: number; height: number; alt?: string };

/** The path at which an upload's picture, or its thumbnail, is served. */
export function uploadUrl(id: string, size: 'full' | 'thumbnail'): string {
  return `/media/${id}${size === 'thumbnail' ? '-s' : ''}.webp`;
}

/** A stored picture as it is answered. */
export function imageOf({ id, width, height, alt = '' }: StoredImage): Image {
  return { id, url: uploadUrl(id, 'full'), thumbnailUrl: uploadUrl(id, 'thumbnail'), width, height, alt };
}
