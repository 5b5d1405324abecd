/** Chooses and applies a compression. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|javascript|xml|manifest|[\w.-]+\+(?:json|xml)))/;

/** Below this a compressed answer saves no packet. */
export const MIN_BYTES = 1024;

/** Whether bodies of this type become smaller. */
export function isCompressible(contentType: string | undefined): boolean {
  return contentType !== undefined && COMPRESSIBLE.test(contentType);
}

/** The best encoding that the client accepts. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  if (accepts(accepted, 'br')) return 'br';
  return accepts(accepted, 'gzip') ? 'gzip' : 'identity';
}

/** Whether the client accepts gzip. */
export function acceptsGzip(accepted: string | undefined): boolean {
  return accepted !== undefined && accepts(accepted, 'gzip');
}

function accepts(accepted: string, name: string): boolean {
  const at = accepted.search(new RegExp(`(?:^|[,\\s])${name}(?:$|[,;\\s])`));
  return at >= 0 && !/^[,\s]*\w+\s*;\s*q=0(?:\.0*)?(?:$|[,\s])/.test(accepted.slice(at));
}

/** The body compressed for keeping: a little effort, spent once for many readers. */
export function compressForCache(body: Buffer, encoding: 'br' | 'gzip'): Buffer {
  if (encoding === 'gzip') return gzipSync(body, { level: 5 });
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}
