/** CloudFront, which keeps pictures for a day unless it is told to forget them. Its client is loaded only by what withholds some. */
import { randomUUID } from 'node:crypto';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { tracedClient } from './tracing.ts';

/**
 * Lets CloudFront forget what it keeps of these addresses, whatever language or session it was kept for; the edge drops queries of pictures
 * before it looks (infra/router.ts). Each address counts: a thousand a month are free. It takes some seconds after this resolves. Throws
 * when too much is being forgotten at once: 3,000 addresses.
 */
export async function forget(paths: readonly string[]): Promise<void> {
  const cloudFront = tracedClient(new CloudFrontClient());
  const InvalidationBatch = { CallerReference: randomUUID(), Paths: { Quantity: paths.length, Items: [...paths] } };
  await cloudFront.send(
    new CreateInvalidationCommand({ DistributionId: process.env.DISTRIBUTION_ID, InvalidationBatch }),
  );
}
