/** Uploads over HTTP. The body is the image itself, or a form with one file. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { imageSizes } from '../card/image.ts';
import { idSchema, subjectIdSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';
import { mostMegapixels, uploadLimit } from './limit.ts';
import { uploadSchema } from './schema.ts';

export const uploadContract = {
  uploadImage: {
    method: 'POST',
    path: '/uploads',
    summary: `Upload an image (JPEG, PNG, WebP, GIF, AVIF; ${uploadLimit / 1e6} MB, ${mostMegapixels} megapixels), as the body or as a form field \`file\`; it is checked by content and re-encoded`,
    access: 'signed-in',
    pace: 'counted',
    bodyLimit: bodyLimits.picture,
    lambda: 'upload',
    switch: 'uploads',
    status: 201,
    output: uploadSchema,
    errors: ['upload_not_image', 'upload_too_large', 'upload_too_many_pixels', 'too_many_requests'],
  },
  getPicture: {
    method: 'GET',
    path: '/uploads/{id}',
    summary:
      'A picture that not everybody sees: your own; or one that `of` shows, a challenge or solution that you see, such as a draft of yours or what moderators hid',
    access: 'signed-in',
    lambda: 'upload',
    params: z.strictObject({ id: idSchema('upload') }),
    query: z.strictObject({
      of: subjectIdSchema.optional(),
      size: z.enum(imageSizes).default('full'),
    }),
    status: 200,
    output: z.string().meta({ contentMediaType: 'image/webp' }),
    media: 'image/webp',
    errors: ['upload_not_found'],
  },
} as const satisfies Contract;
