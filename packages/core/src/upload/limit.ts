/** How large a picture may be. Every place that tells or keeps these limits takes them from here, words and browsers included. */

/**
 * Bytes. A Lambda function takes 6 MiB in a request, and base64 makes four bytes of three: at most 4.7 million remain, of which some
 * are for what a form sends around the picture.
 */
export const uploadLimit = 4_500_000;
/** Millions of pixels: telephones make up to about 200, but decoding takes four bytes for each. */
export const mostMegapixels = 50;
