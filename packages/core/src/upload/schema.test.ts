/** Which pictures may be sent, as the API's description and the words on pages say. */
import { expect, it } from 'vitest';
import { mostMegapixels, uploadLimit } from './limit.ts';
import { uploadTypes } from './schema.ts';

it('takes up to 4.5 MB of five kinds', () => {
  expect(uploadLimit).toBe(4_500_000);
  expect(mostMegapixels).toBe(50);
  expect(uploadTypes).toEqual(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);
});
