/** The limits of pictures as each language writes them: all words that tell them take them from here. */
import { mostMegapixels, uploadLimit } from '@hanoi/core/upload/limit';

const megabytes = (locale: string) => `${(uploadLimit / 1_000_000).toLocaleString(locale)}\u00A0MB`;

export const pictureLimits = {
  vi: { size: megabytes('vi'), pixels: `${mostMegapixels} megapixel` },
  en: { size: megabytes('en'), pixels: `${mostMegapixels} megapixels` },
};
