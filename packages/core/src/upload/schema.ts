/** Uploaded images. */
import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';

/** Bytes. API Gateway's 6 MB hold at most 4.5 MB once base64 has grown them. */
export const uploadLimit = 4_500_000;
/** Millions of pixels a picture may have: cameras make up to about 200, but decoding takes four bytes for each. */
export const mostMegapixels = 50;
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

export const uploadSchema = z
  .object({
    id: idSchema('upload'),
    url: z.string(),
    thumbnailUrl: z.string(),
    type: z.string(),
    width: z.number().int(),
    height: z.number().int(),
  })
  .meta({ id: 'Upload' });
export type Upload = z.output<typeof uploadSchema>;
