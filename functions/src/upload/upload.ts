/** Uploads over HTTP: checked by content, re-encoded, so that nothing of the sent file but its picture remains. */

import { type ImageSize, uploadUrl } from '@hanoi/core/card/image';
import { AppError } from '@hanoi/core/shared/app-error';
import type { UploadId } from '@hanoi/core/shared/ids';
import type { uploadContract } from '@hanoi/core/upload/contract';
import { uploadLimit } from '@hanoi/core/upload/limit';
import { newUploadId, recordUpload, requirePicture } from '@hanoi/core/upload/service';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Answer, type HandlesOf } from '../http/handle.ts';
import { getPorts } from '../ports-in-force.ts';
import { fileOf } from './multipart.ts';

export const handles: HandlesOf<typeof uploadContract> = {
  async uploadImage(ctx, _, event) {
    const id = await newUploadId(ctx);
    // Only here: showing a picture decodes none.
    const { encodeImage } = await import('./image.ts');
    const image = await encodeImage(await bytesOf(event));
    const { files } = await getPorts();
    await Promise.all([
      files.put(fileKey(id, 'full'), image.full, pictureType),
      files.put(fileKey(id, 'thumbnail'), image.thumbnail, pictureType),
    ]);
    return recordUpload(ctx, id, { width: image.width, height: image.height });
  },
  async getPicture(ctx, { params: { id }, query: { of, size } }) {
    await requirePicture(ctx, id, of);
    const { files } = await getPorts();
    const bytes = await files.get(fileKey(id, size));
    if (!bytes) throw new AppError('upload_not_found');
    return new Answer({
      statusCode: 200,
      headers: { 'content-type': pictureType, 'cache-control': 'private, no-store' },
      body: Buffer.from(bytes).toString('base64'),
      isBase64Encoded: true,
    });
  },
};

const pictureType = 'image/webp';

/** The name of an upload's file. */
function fileKey(id: UploadId, size: ImageSize): string {
  return uploadUrl(id, size).slice(1);
}

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
