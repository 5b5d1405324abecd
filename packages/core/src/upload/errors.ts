/** What can go wrong with an uploaded image. */
export const uploadErrors = {
  upload_not_image: 415,
  upload_too_large: 413,
  upload_not_found: 404,
  upload_missing: 400,
} as const;
