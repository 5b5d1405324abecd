/**
 * What CloudFront, the firewall and the edge's function answer when they refuse or fail: pages for people, in both languages, which
 * lie ready at the edge, and problems for programs. Which, and why no others: docs/adr/0027-failures-at-the-edge.md.
 */
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { failurePageInBoth } from '@hanoi/i18n/failure-page';
import { problemBody } from '@hanoi/i18n/problem';
import type { Core } from './core.ts';
import { nameIn } from './plan.ts';
import type { Settings } from './settings.ts';

/** What is told by an answer of the edge. */
export type EdgeCode = Extract<
  ErrorCode,
  'busy' | 'address_too_long' | 'payload_too_large' | 'too_many_requests' | 'request_refused'
>;

const passes: readonly EdgeCode[] = ['busy', 'too_many_requests'];

/** The page for people. */
export function edgePage(code: EdgeCode): string {
  return failurePageInBoth(code, { mayRetry: passes.includes(code) });
}

/** The same for programs; in English, as nobody can be asked. */
export function edgeProblem(code: EdgeCode): string {
  return problemBody({ status: errorCatalogue[code], code }, 'en');
}

/**
 * The statuses that neither the API nor the pages give, so that nothing of theirs is replaced: CloudFront itself refuses a long address, and
 * functions that break, end too late or can't be reached are 502 and 504.
 */
const pageOf = { 414: 'address_too_long', 502: 'busy', 504: 'busy' } as const satisfies Record<number, EdgeCode>;

/** By default CloudFront would keep an error for ten seconds and give it to everybody: "busy", or a page that exists by now. */
const notKept = { errorCachingMinTtl: 0 };
const ours = [403, 404, 405, 500, 503].map((errorCode) => ({ errorCode, ...notKept }));

const folder = 'media/failures';

/** Where a page lies, as an address of the site. */
export function addressOf(code: EdgeCode): string {
  return `/${folder}/${code}.html`;
}

/** The distribution's answers to errors: pages where the error is not one of ours, and none that is kept. */
export const errorResponses = [
  ...ours,
  ...Object.entries(pageOf).map(([status, code]) => ({
    errorCode: Number(status),
    responseCode: Number(status),
    responsePagePath: addressOf(code),
    ...notKept,
  })),
];

/** CloudFront's own policies, which have the same id everywhere. */
const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';

/**
 * Puts the pages among the pictures, and gives the origin and the behaviour by which CloudFront fetches them: for an error's page it
 * does not ask the function that knows the other origins.
 */
export function deployFailurePages(settings: Settings, core: Core, headersPolicy: $util.Input<string>) {
  for (const code of new Set<EdgeCode>([...Object.values(pageOf), 'payload_too_large'])) {
    new aws.s3.BucketObjectv2(`FailurePage-${code}`, {
      bucket: core.mediaBucketName,
      key: addressOf(code).slice(1),
      content: edgePage(code),
      contentType: 'text/html; charset=utf-8',
      // Kept at the edge, for when the bucket is out of reach, and by nobody else.
      cacheControl: 'max-age=0, s-maxage=86400',
    });
  }
  const access = new aws.cloudfront.OriginAccessControl('FailurePages', {
    name: nameIn(settings, 'FailurePages'),
    originAccessControlOriginType: 's3',
    signingBehavior: 'always',
    signingProtocol: 'sigv4',
  });
  const originId = 'failures';
  const origin = { originId, domainName: mediaDomain(core, settings), originAccessControlId: access.id };
  const behavior = {
    pathPattern: `/${folder}/*`,
    targetOriginId: originId,
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: ['GET', 'HEAD'],
    cachedMethods: ['GET', 'HEAD'],
    compress: true,
    cachePolicyId: cachingOptimized,
    responseHeadersPolicyId: headersPolicy,
  };
  return { origin, behavior };
}

/** Where CloudFront finds the bucket of pictures. */
export function mediaDomain({ mediaBucketName }: Core, { region }: Settings): $util.Output<string> {
  return $interpolate`${mediaBucketName}.s3.${region}.amazonaws.com`;
}
