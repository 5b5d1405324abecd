/** The bucket of snapshots, in S3. */
import { createReadStream } from 'node:fs';
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { SnapshotStore } from '@hanoi/search/snapshot/store';
import { tracedClient } from '../tracing.ts';

/** Milliseconds until the answer to a read begins; a file that is sent may take minutes. */
const readPatience = { requestTimeout: 5_000 };

/** The bucket that `SNAPSHOT_BUCKET` names. Throws when it is not set. */
export function snapshotBucket(): SnapshotStore {
  const Bucket = process.env.SNAPSHOT_BUCKET;
  if (!Bucket) throw new Error('SNAPSHOT_BUCKET is not set');
  const s3 = tracedClient(new S3Client({ requestHandler: { connectionTimeout: 1_000, throwOnRequestTimeout: true } }));
  const read = async (Key: string, Range?: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }), readPatience);
    return Body!;
  };
  return {
    async list(Prefix) {
      const names: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }))
        names.push(...Contents.map(({ Key }) => Key!));
      return names;
    },
    readText: async (name) => (await read(name)).transformToString(),
    readRange: async (name, start, end) => (await read(name, `bytes=${start}-${end}`)).transformToByteArray(),
    async putFile(Key, file, { bytes, sha256 }) {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const Body = createReadStream(file);
      await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes, ChecksumSHA256 }));
    },
    async putText(Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
    },
  };
}
