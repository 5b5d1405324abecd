/** The edge: CloudFront in front of pages, API and pictures, so that all share one origin. */
import { sessionCookie } from '@hanoi/core/session/schema';
import type { Core } from './core.ts';
import { addressOf, deployFailurePages, edgeProblem, errorResponses, mediaDomain } from './failures.ts';
import { firewall, tightenFirewall } from './firewall.ts';
import { nameIn } from './plan.ts';
import type { Settings } from './settings.ts';

/** Makes the edge. Its origins are added by `openRoutes`, and by the pages themselves. */
export function deployRouter(settings: Settings, core: Core, originSecret: $util.Input<string>): sst.aws.Router {
  const headers = securityHeaders(settings);
  const failures = deployFailurePages(settings, core, headers.id);
  $transform(aws.cloudfront.Function, (args) => {
    args.code = $output(args.code).apply(lookForFilesOnly);
  });
  return new sst.aws.Router('Router', {
    ...(settings.domain && { domain: domainOf(settings.domain, settings) }),
    waf: firewall,
    edge: { viewerRequest: { injection: $output(originSecret).apply(stampRequest) } },
    transform: {
      waf: tightenFirewall(settings.firewall),
      cachePolicy: (args) => {
        args.parametersInCacheKeyAndForwardedToOrigin = cacheKey;
      },
      cdn: (args) => {
        args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behavior) => ({
          ...behavior,
          responseHeadersPolicyId: headers.id,
        }));
        args.origins = $output(args.origins).apply((origins) => [...origins, failures.origin]);
        args.orderedCacheBehaviors = [failures.behavior];
        args.customErrorResponses = errorResponses;
        args.transform = { distribution: { isIpv6Enabled: true, httpVersion: 'http2and3' } };
      },
    },
  });
}

/** Without Route 53, the name is pointed at the router by hand, and its certificate was made before. */
function domainOf(name: string, { certificateArn }: Settings) {
  return certificateArn ? { name, dns: false as const, cert: certificateArn } : name;
}

/** Leads `/api` to the API and `/media` to the pictures. */
export function openRoutes(router: sst.aws.Router, core: Core, settings: Settings, apiOrigin: $util.Input<string>) {
  router.route('/api', apiOrigin, { readTimeout: '30 seconds' });
  const bucketRegionalDomainName = mediaDomain(core, settings);
  // The bucket is the core's; of a bucket of SST's the router reads this name and nothing else.
  const bucket = { nodes: { bucket: { bucketRegionalDomainName } } } as unknown as sst.aws.Bucket;
  router.routeBucket('/media', bucket);
}

/**
 * Code that CloudFront runs for every request. It sets the headers that prove the way it came and give the sender's address,
 * whatever the sender claims, and reduces the language to one of two, so that the cache keeps two copies of a page and not
 * thousands. What Lambda would refuse with bare words, as too large, is refused here, as on one machine: a picture leads back to the
 * page it was sent from, anything else of a person to a page that says so (which itself has no room here), and a program gets a problem.
 * It has room for ten kilobytes, so lines are not indented. A picture has one address, so that the cache can forget it: without a query, and not spelled in another way.
 */
function stampRequest(secret: string): string {
  return `
  var sent = event.request.headers;
  sent["x-origin-secret"] = { value: ${JSON.stringify(secret)} };
  sent["x-viewer-address"] = { value: event.viewer.ip };
  var language = sent["accept-language"] ? sent["accept-language"].value : "";
  sent["accept-language"] = { value: /^\\s*en/i.test(language) ? "en" : "vi" };
  var uri = event.request.uri;
  if (uri.startsWith("/media/")) {
    event.request.querystring = {};
    if (uri.includes("%")) return { statusCode: 404 };
  }
  var length = sent["content-length"];
  if (length && Number(length.value) > ${largestRequest}) {
    var headers = { "cache-control": { value: "no-store" } };
    if (uri.startsWith("/api/")) {
      headers["content-type"] = { value: "application/problem+json" };
      return { statusCode: 413, headers: headers, body: { encoding: "text", data: ${JSON.stringify(edgeProblem('payload_too_large'))} } };
    }
    var isPicture = /^(\\/en)?\\/[a-z]+\\/[a-z]{3}_[0-9A-Za-z]+\\/pictures$/.test(uri);
    headers.location = { value: isPicture ? uri + "?problem=upload_too_large#add" : ${JSON.stringify(addressOf('payload_too_large'))} };
    return { statusCode: 303, headers: headers };
  }`.replaceAll(/\n +/g, '\n');
}

/** SST's code for the edge looks for a file under three names, by three reads of its store, for every page. */
const everyGuess = 'u.endsWith("/")?["index.html"]:["",".html","/index.html"]';

/**
 * Each read is paid. Our files have a dot in their names and no page is prerendered, so nothing else is looked for. Throws
 * when SST's code has changed.
 */
function lookForFilesOnly(code: string): string {
  if (!code.includes(everyGuess)) throw new Error('The router looks for files in another way: see infra/router.ts.');
  return code.replace(everyGuess, 'u.split("/").pop().includes(".")?[""]:[]');
}
/** Lambda takes 6 MiB, in which base64 makes four bytes of three. */
const largestRequest = (6 * 1024 * 1024 * 3) / 4;

/** What was made for one person is never given to another: the session is part of the key, as cookie or as bearer. */
const cacheKey = {
  cookiesConfig: { cookieBehavior: 'whitelist', cookies: { items: [sessionCookie(true).name] } },
  headersConfig: {
    headerBehavior: 'whitelist',
    headers: { items: ['authorization', 'accept-language', 'x-forwarded-host'] },
  },
  queryStringsConfig: { queryStringBehavior: 'all' },
  enableAcceptEncodingBrotli: true,
  enableAcceptEncodingGzip: true,
};

/** For what comes from buckets, which set none; pages and API have stricter ones of their own, which stay. */
function securityHeaders(settings: Settings): aws.cloudfront.ResponseHeadersPolicy {
  return new aws.cloudfront.ResponseHeadersPolicy('SecurityHeaders', {
    name: nameIn(settings, 'SecurityHeaders'),
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: 63_072_000, includeSubdomains: true, override: false },
      contentTypeOptions: { override: false },
      frameOptions: { frameOption: 'DENY', override: false },
      referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: false },
      contentSecurityPolicy: {
        // A page rendered beforehand says the rest itself.
        contentSecurityPolicy: "object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        override: false,
      },
    },
  });
}
