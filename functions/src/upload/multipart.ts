/** The one file of a multipart form. */
import { Busboy } from '@fastify/busboy';
import { AppError } from '@hanoi/core/shared/app-error';
import { uploadLimit } from '@hanoi/core/upload/limit';

/**
 * The bytes of the field `file`.
 * @throws upload_not_image when there is no such file, upload_too_large
 */
export async function fileOf(body: Buffer, contentType: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let tooLarge = false;
  await new Promise<void>((resolve, reject) => {
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fileSize: uploadLimit, fields: 10 },
    });
    form.on('file', (name, stream) => {
      stream.on('data', (chunk: Buffer) => name === 'file' && chunks.push(chunk));
      stream.on('limit', () => {
        tooLarge = true;
      });
      // The file of a form that breaks off fails by itself; unheard, that would end the process.
      stream.on('error', reject);
    });
    form.on('finish', resolve);
    form.on('error', reject);
    form.end(body);
  }).catch((cause: unknown) => {
    throw new AppError('upload_not_image', { cause });
  });
  if (tooLarge) throw new AppError('upload_too_large');
  return Buffer.concat(chunks);
}
