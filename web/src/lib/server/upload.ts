/** Forwards the images of a form to the API, for the sender of the form. */
import { type Problem, ProblemError } from '@hanoi/core/api/client';
import type { Upload } from '@hanoi/core/upload/schema';
import type { RequestEvent } from '@sveltejs/kit';
import { apiOrigin, send } from './api';

/**
 * Uploads one image.
 * @throws ProblemError; what is wrong with the image belongs to the field `images`
 */
export async function uploadImage(event: RequestEvent, file: File): Promise<Upload> {
  const response = await send(event, `${apiOrigin(event)}/api/v1/uploads`, {
    method: 'POST',
    // The API looks at the bytes; the type only says that these are the image itself.
    headers: { accept: 'application/json', 'content-type': 'image/*' },
    body: new Uint8Array(await file.arrayBuffer()),
  });
  const answer = JSON.parse(await response.text());
  if (response.ok) return answer as Upload;
  const problem = answer as Problem;
  const isAboutImage = problem.code.startsWith('upload_') || problem.code === 'payload_too_large';
  const code = problem.code === 'payload_too_large' ? 'upload_too_large' : problem.code;
  const errors = isAboutImage ? [{ path: '/images', code, message: file.name }] : problem.errors;
  throw new ProblemError({ ...problem, errors });
}
