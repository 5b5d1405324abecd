/** Uploaded images. */
import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';

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
