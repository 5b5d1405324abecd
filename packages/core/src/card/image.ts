/** Pictures of subjects: as they are sent, as they are answered, and where they are served. */
import { idSchema, type UploadId } from '../shared/ids.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

export const imageLimit = 6;
/** Characters of what a picture shows, for those who can't see it. */
export const altLength = [0, 200] as const;

/** An image as sent: the id of an upload, and what it shows for those who can't see it. */
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

/** A picture as it is stored; a card keeps its cover so, without the words. */
export type StoredImage = { id: UploadId; width: number; height: number; alt?: string };

/** Where an upload's picture and its small twin are served, as a path from the origin. */
export function uploadUrl(id: string, size: 'full' | 'thumbnail'): string {
  return `/media/${id}${size === 'thumbnail' ? '-s' : ''}.webp`;
}

/** A stored picture as it is answered. */
export function imageOf({ id, width, height, alt = '' }: StoredImage): Image {
  return { id, url: uploadUrl(id, 'full'), thumbnailUrl: uploadUrl(id, 'thumbnail'), width, height, alt };
}
