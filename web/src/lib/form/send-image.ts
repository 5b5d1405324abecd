/** Sends an image from the browser to the API, once it was chosen. */
import type { Language } from '@hanoi/core/person/schema';
import { uploadLimit } from '@hanoi/core/upload/limit';

export type Sent = { upload?: { id: string; thumbnailUrl: string }; message?: string };

/** Why an image need not be sent at all; undefined when it may. */
export function refusal(file: { size: number }, have: number, most: number): 'too_many' | 'too_large' | undefined {
  if (have >= most) return 'too_many';
  return file.size > uploadLimit ? 'too_large' : undefined;
}

/** The upload that came of it, or what the API says against it. */
export async function sendImage(file: File, language: Language): Promise<Sent> {
  try {
    const response = await fetch('/api/v1/uploads', {
      method: 'POST',
      // The API looks at the bytes; the type only says that these are the image itself.
      headers: { accept: 'application/json', 'accept-language': language, 'content-type': 'image/*' },
      body: file,
    });
    const answer = await response.json();
    if (response.ok) return { upload: answer };
    return { message: `${file.name}: ${answer.title}. ${answer.detail}` };
  } catch {
    return {};
  }
}
