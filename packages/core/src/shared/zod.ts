/** The one import of zod. */
export * as z from './zod-parts.ts';
