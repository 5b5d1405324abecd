/** A bucket as the functions speak to it: put with a checksum, copied, deleted, read by range, listed by prefix. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const notFound = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>';

/** Answers a request for the bucket `name`, whose objects are in `objects`. */
export function answerFromBucket(
  { name, objects }: { name: string; objects: Map<string, Uint8Array> },
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  const key = decodeURIComponent(pathname.slice(name.length + 2));
  const source = request.headers['x-amz-copy-source'];
  if (source) copy(objects, decodeURIComponent(String(source)).slice(name.length + 1), key, response);
  else if (request.method === 'DELETE') {
    objects.delete(key);
    response.writeHead(204).end();
  } else if (request.method === 'PUT') put(objects, key, request, response, body);
  else if (key) get(objects.get(key), request.headers.range, response);
  else list(objects, searchParams.get('prefix') ?? '', response);
}

function get(found: Uint8Array | undefined, header: string | undefined, response: ServerResponse): void {
  if (!found) {
    response.writeHead(404, { 'content-type': 'application/xml' }).end(notFound);
    return;
  }
  const range = header?.match(/^bytes=(\d+)-(\d+)$/);
  const bytes = range ? found.subarray(Number(range[1]), Number(range[2]) + 1) : found;
  response.writeHead(range ? 206 : 200, { 'content-length': bytes.length }).end(bytes);
}

function put(
  objects: Map<string, Uint8Array>,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const bytes = unchunked(body, request.headers);
  const wanted = request.headers['x-amz-checksum-sha256'];
  if (wanted && wanted !== createHash('sha256').update(bytes).digest('base64')) {
    response.writeHead(400).end('<?xml version="1.0"?><Error><Code>BadDigest</Code></Error>');
    return;
  }
  objects.set(key, bytes);
  response.setHeader('etag', '"1"').end();
}

function copy(objects: Map<string, Uint8Array>, from: string, to: string, response: ServerResponse): void {
  const found = objects.get(from);
  response.setHeader('content-type', 'application/xml');
  if (!found) {
    response.writeHead(404).end(notFound);
    return;
  }
  objects.set(to, found);
  response.end('<?xml version="1.0"?><CopyObjectResult><ETag>"1"</ETag></CopyObjectResult>');
}

function list(objects: Map<string, Uint8Array>, prefix: string, response: ServerResponse): void {
  const names = [...objects.keys()].filter((name) => name.startsWith(prefix)).sort();
  const contents = names.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('');
  response.setHeader('content-type', 'application/xml');
  response.end(`<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`);
}

/** The SDK may send a body in signed chunks: `SIZE;chunk-signature=…` or `SIZE`, the bytes, and a checksum at the end. */
function unchunked(body: Buffer, headers: NodeJS.Dict<string | string[]>): Buffer {
  if (!String(headers['content-encoding'] ?? '').includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (!size) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
