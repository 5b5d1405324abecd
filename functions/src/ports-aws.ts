/** The ports on AWS: mail through SES, files in S3. Loaded only where they are used. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Ports } from './ports.ts';
import { tracedClient } from './tracing.ts';

/** SES and S3 as ports; `MAIL_FROM` and `MEDIA_BUCKET` name the sender and the bucket. */
export function awsPorts(): Ports {
  const ses = tracedClient(new SESv2Client());
  const s3 = tracedClient(new S3Client());
  return {
    mailer: {
      async send({ to, subject, text, html }) {
        const content = { Subject: { Data: subject }, Body: { Text: { Data: text }, Html: { Data: html } } };
        const command = new SendEmailCommand({
          FromEmailAddress: process.env.MAIL_FROM,
          Destination: { ToAddresses: [to] },
          Content: { Simple: content },
        });
        await ses.send(command);
      },
    },
    files: {
      async put(key, bytes, contentType) {
        const command = new PutObjectCommand({
          Bucket: process.env.MEDIA_BUCKET,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          CacheControl: 'public, max-age=31536000, immutable',
        });
        await s3.send(command);
      },
    },
  };
}
