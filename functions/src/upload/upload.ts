/** Uploads over HTTP: checked by content, re-encoded, so that nothing of the sent file but its picture remains. */

import { uploadUrl } from '@hanoi/core/card/image';
import { AppError } from '@hanoi/core/shared/app-error';
import type { uploadContract } from '@hanoi/core/upload/contract';
import { uploadLimit } from '@hanoi/core/upload/limit';
import { newUploadId, recordUpload } from '@hanoi/core/upload/service';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HandlesOf } from '../http/handle.ts';
import { getPorts } from '../ports-in-force.ts';
import { encodeImage } from './image.ts';
import { fileOf } from './multipart.ts';

export const handles: HandlesOf<typeof uploadContract> = {
  async uploadImage(ctx, _, event) {
    const id = await newUploadId(ctx);
    const image = await encodeImage(await bytesOf(event));
    const { files } = await getPorts();
    await Promise.all([
      files.put(uploadUrl(id, 'full').slice(1), image.full, 'image/webp'),
      files.put(uploadUrl(id, 'thumbnail').slice(1), image.thumbnail, 'image/webp'),
    ]);
    return recordUpload(ctx, id, { width: image.width, height: image.height });
  },
};

async function bytesOf(event: APIGatewayProxyEventV2): Promise<Buffer> {
  const type = event.headers['content-type'] ?? '';
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'latin1');
  const isForm = type.toLowerCase().startsWith('multipart/form-data');
  if (!isForm && !type.toLowerCase().startsWith('image/')) throw new AppError('unsupported_media_type');
  const bytes = isForm ? await fileOf(body, type) : body;
  if (bytes.length > uploadLimit) throw new AppError('upload_too_large');
  if (bytes.length === 0) throw new AppError('upload_not_image');
  return bytes;
}
