/** The demo's pictures: drawings of our own, uploaded by the author of the text they belong to, as all pictures are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadUrl } from '@hanoi/core/card/image';
import type { Ctx } from '@hanoi/core/shared/context';
import type { UploadId } from '@hanoi/core/shared/ids';
import { newUploadId, recordUpload } from '@hanoi/core/upload/service';
import type { FileStore } from '@hanoi/functions/ports';
import type { SeedPicture } from './content.ts';

/** Pixels, of every drawing. */
export const pictureSize = { width: 960, height: 720 };

/** From where drawings are read, and where uploads go. */
export type Gallery = { folder: string; files: Pick<FileStore, 'put'> };

/** Uploads pictures as the actor of `ctx`; resolves to the references that a new subject takes. */
export async function uploadPictures(ctx: Ctx, { folder, files }: Gallery, pictures: readonly SeedPicture[]) {
  const sent: { id: UploadId; alt: string }[] = [];
  for (const { file, alt } of pictures) {
    const id = await newUploadId(ctx);
    const put = async (from: string, size: 'full' | 'thumbnail') =>
      files.put(uploadUrl(id, size).slice(1), await readFile(join(folder, from)), 'image/webp');
    // Both sizes are in the repository, so that a start encodes nothing.
    await Promise.all([put(`${file}.webp`, 'full'), put(`${file}-s.webp`, 'thumbnail')]);
    await recordUpload(ctx, id, pictureSize);
    sent.push({ id, alt });
  }
  return sent;
}
