/** The part of subset-font that is used here; it ships no types. */
declare module 'subset-font' {
  type Options = { targetFormat: 'woff2'; keepFeatures?: string[]; noHinting?: boolean };
  export default function subsetFont(font: Uint8Array, letters: string, options: Options): Promise<Uint8Array>;
}
