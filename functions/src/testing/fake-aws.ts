/** SES, S3, Lambda and CloudFront as far as the functions speak to them, for bundles in processes of their own: what is sent is kept. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jobNames } from '@hanoi/core/job/schema';
import type { Mail } from '../ports.ts';
import { answerFromBucket } from './fake-bucket.ts';

export type FakeAws = {
  /** The snapshots of the search index, by their names. */
  snapshots: Map<string, Uint8Array>;
  /** The addresses that CloudFront was to forget, in their order. */
  forgotten: string[];
  /** What the SDK reads to find us. */
  environment: Record<string, string>;
  stop(): void;
};

/** The address whose mail nobody takes. */
export const refusedAddress = 'khong-nhan@example.vn';

const sender = 'no-reply@example.vn';
const bucket = 'media-of-the-tests';
const snapshotBucket = 'snapshots-of-the-tests';
const distribution = 'E1TESTS';

/** Starts them; mails and files go where the tests look for them. */
export async function startFakeAws(mails: Mail[], files: Map<string, Uint8Array>): Promise<FakeAws> {
  const snapshots = new Map<string, Uint8Array>();
  const forgotten: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    if (request.method === 'POST' && pathname === '/v2/email/outbound-emails') {
      const mail = mailOf(JSON.parse(body.toString()));
      if (mail.to === refusedAddress) {
        response.writeHead(400, { 'x-amzn-errortype': 'MessageRejected' }).end('{"message":"Not verified"}');
        return;
      }
      mails.push(mail);
      response.setHeader('content-type', 'application/json').end('{"MessageId":"1"}');
    } else if (request.method === 'POST' && /^\/2015-03-31\/functions\/job-[a-z-]+\/invocations$/.test(pathname)) {
      response.writeHead(202).end();
    } else if (request.method === 'POST' && pathname === `/2020-05-31/distribution/${distribution}/invalidation`) {
      forgotten.push(...[...body.toString().matchAll(/<Path>(.*?)<[/]Path>/g)].map(([, path = '']) => path));
      response
        .writeHead(201, { 'content-type': 'text/xml' })
        .end('<?xml version="1.0"?><Invalidation><Id>I1</Id></Invalidation>');
    } else if (pathname.split('/')[1] === bucket) {
      answerFromBucket({ name: bucket, objects: files }, request, response, body);
    } else if (pathname.split('/')[1] === snapshotBucket) {
      answerFromBucket({ name: snapshotBucket, objects: snapshots }, request, response, body);
    } else {
      response.writeHead(501).end(`Nobody asked for ${request.method} ${pathname} so far.`);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      AWS_ENDPOINT_URL_SESV2: address,
      AWS_ENDPOINT_URL_S3: address,
      AWS_ENDPOINT_URL_LAMBDA: address,
      JOB_FUNCTIONS: JSON.stringify(Object.fromEntries(jobNames.map((name) => [name, `job-${name}`]))),
      AWS_ENDPOINT_URL_CLOUDFRONT: address,
      DISTRIBUTION_ID: distribution,
      MAIL_FROM: sender,
      MEDIA_BUCKET: bucket,
      SNAPSHOT_BUCKET: snapshotBucket,
    },
    snapshots,
    forgotten,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

type SendEmail = {
  FromEmailAddress: string;
  Destination: { ToAddresses: [string] };
  Content: { Simple: { Subject: { Data: string }; Body: { Text: { Data: string }; Html: { Data: string } } } };
};

function mailOf({ FromEmailAddress, Destination, Content }: SendEmail): Mail {
  if (FromEmailAddress !== sender) throw new Error(`SES does not know ${FromEmailAddress}`);
  const { Subject, Body } = Content.Simple;
  return { to: Destination.ToAddresses[0], subject: Subject.Data, text: Body.Text.Data, html: Body.Html.Data };
}
