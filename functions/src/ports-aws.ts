/** The ports on AWS: mail through SES, files in S3. Loaded only where they are used. */
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import pMap from 'p-map';
import { type FileStore, type Mailer, type Ports, pictureCache, withheldKey } from './ports.ts';
import { tracedClient } from './tracing.ts';

/** SES and S3 as ports; `MAIL_FROM` and `MEDIA_BUCKET` name the sender and the bucket, `DISTRIBUTION_ID` what caches pictures. */
export function awsPorts(): Ports {
  return { mailer: sesMailer(), files: s3Files() };
}

function sesMailer(): Mailer {
  const ses = tracedClient(new SESv2Client());
  return {
    async send({ to, subject, text, html }) {
      const content = { Subject: { Data: subject }, Body: { Text: { Data: text }, Html: { Data: html } } };
      const command = new SendEmailCommand({
        FromEmailAddress: process.env.MAIL_FROM,
        Destination: { ToAddresses: [to] },
        Content: { Simple: content },
      });
      await ses.send(command);
    },
  };
}

/** Files copied side by side. */
const width = 8;

function s3Files(): FileStore {
  const s3 = tracedClient(new S3Client());
  const Bucket = process.env.MEDIA_BUCKET;

  /** False when there is no such file. */
  async function copy(from: string, to: string): Promise<boolean> {
    const described = { ContentType: 'image/webp', CacheControl: pictureCache };
    // Without the tags of the malware scan, which may not be copied: what is served again is scanned again.
    const command = new CopyObjectCommand({
      Bucket,
      Key: to,
      CopySource: `${Bucket}/${from}`,
      MetadataDirective: 'REPLACE',
      TaggingDirective: 'REPLACE',
      ...described,
    });
    return (await ifThere(s3.send(command))) !== undefined;
  }

  async function read(Key: string): Promise<Uint8Array | undefined> {
    return ifThere(s3.send(new GetObjectCommand({ Bucket, Key })).then(({ Body }) => Body!.transformToByteArray()));
  }

  return {
    async put(key, bytes, contentType) {
      const described = { ContentType: contentType, CacheControl: pictureCache };
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes, ...described }));
    },
    get: async (key) => (await read(key)) ?? read(withheldKey(key)),
    async withhold(keys) {
      if (keys.length === 0) return;
      const take = async (Key: string) => {
        // Only what lies in the other place for sure is deleted here.
        if (await copy(Key, withheldKey(Key))) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      };
      await pMap(keys, take, { concurrency: width });
      // Also of what an earlier try has moved: it may have ended before this.
      const { forget } = await import('./cdn.ts');
      await forget(keys.map((key) => `/${key}`));
    },
    async serve(keys) {
      await pMap(keys, (key) => copy(withheldKey(key), key), { concurrency: width });
    },
  };
}

/** Undefined where S3 has no such object; other failures stay failures. */
async function ifThere<Answer>(sent: Promise<Answer>): Promise<Answer | undefined> {
  return sent.catch((error: Error) => {
    if (error.name === 'NoSuchKey') return undefined;
    throw error;
  });
}
