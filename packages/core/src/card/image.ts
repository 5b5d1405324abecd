/** Pictures of subjects: in requests, in answers, and the addresses they are served at. */
import { idSchema, type SubjectId, type UploadId } from '../shared/ids.ts';
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

export const imageSizes = ['full', 'thumbnail'] as const;
export type ImageSize = (typeof imageSizes)[number];

/** The path at which everybody gets an upload's picture, or its thumbnail, unless it is withheld. */
export function uploadUrl(id: string, size: ImageSize): string {
  return `/media/${id}${size === 'thumbnail' ? '-s' : ''}.webp`;
}

/** The path at which those who see the subject `of` get a picture that it shows, also while it is withheld. */
function privateUrl(id: string, size: ImageSize, of: SubjectId): string {
  return `/api/v1/uploads/${id}?of=${of}${size === 'thumbnail' ? '&size=thumbnail' : ''}`;
}

/** A stored picture as it is answered. One of a subject that not everybody sees names it: `of`. */
export function imageOf({ id, width, height, alt = '' }: StoredImage, of?: SubjectId): Image {
  const url = (size: ImageSize) => (of ? privateUrl(id, size, of) : uploadUrl(id, size));
  return { id, url: url('full'), thumbnailUrl: url('thumbnail'), width, height, alt };
}
