/** What differs between stages, and the settings given by environment variables. */
import { type MapTiles, readMapTiles } from '@hanoi/core/shared/map-tiles';
import { coreSettingsOf, yesOrNo } from './cdk/settings.ts';

export type Settings = {
  stage: string;
  region: string;
  /** The site's name, such as `sangkien.hanoi.gov.vn`; without one, CloudFront's own. */
  domain?: string;
  /** The certificate of a domain whose records are not in Route 53; its name is pointed here by hand too. */
  certificateArn?: string;
  /** Who mails come from: an address, or one of a domain that is verified on the way. */
  mailFrom: string;
  /** The sender exists in SES already, in this region: it is used as it is, and stays when the stage is removed. */
  mailIdentityExists: boolean;
  /** What people wrote stays when the stage is removed. */
  isKept: boolean;
  /** The stage can't be removed. */
  isProtected: boolean;
  /** Who gets mail about alarms, if anybody. */
  alarmEmail?: string;
  /** A policy that no role of the stage may go beyond. */
  permissionsBoundaryArn?: string;
  /** Reserves concurrency, so that a job never runs twice at once; new accounts have too little to reserve any. */
  reservesConcurrency: boolean;
  /** Keeps an instance of the search started at all times, which costs some $18 a month. */
  keepsReady: boolean;
  logRetentionDays: number;
  /** Metrics of each route, and Lambda's own log lines of each call. Costly: switched on while searching for a fault. */
  hasDetails: boolean;
  /** What the firewall does with requests its rules match: it counts them until somebody has checked the counts. */
  firewall: 'count' | 'block';
  /** Another OpenID Connect provider beside e-mail codes. */
  oidc?: { issuer: string; clientId: string; name: string };
  /** Map tiles of somebody else under the pin map, `MAP_TILES` with its attribution; none are fetched without them. */
  mapTiles?: MapTiles;
  /** Who runs the site, as its page on that reads them: every `OPERATOR_…` that is set. */
  operator: Record<string, string>;
};

/** The settings of a stage. Throws when one is missing or makes no sense. */
export function settingsOf(stage: string, env: NodeJS.ProcessEnv = process.env): Settings {
  const { SITE_DOMAIN: domain, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = env;
  const mailFrom = env.MAIL_FROM || (domain && `no-reply@${domain}`);
  if (!mailFrom) throw new Error('Set MAIL_FROM to the address mails come from, or SITE_DOMAIN to your domain.');
  const { monthlyBudget: _, backupCopyVaultArn: __, ...ofCore } = coreSettingsOf(stage, env);
  const certificateArn = certificateOf(env);
  const mapTiles = readMapTiles(env);
  const mailIdentityExists = yesOrNo('MAIL_IDENTITY_EXISTS', env, false);
  if (certificateArn && mailFrom.endsWith(`@${domain}`) && !mailIdentityExists)
    throw new Error(
      `The names of ${domain} are not in Route 53: verify the domain in SES yourself, and set MAIL_IDENTITY_EXISTS=yes.`,
    );
  return {
    ...ofCore,
    ...(domain && { domain }),
    ...(certificateArn && { certificateArn }),
    mailFrom,
    mailIdentityExists,
    reservesConcurrency: ofCore.isKept,
    keepsReady: stage === 'production',
    logRetentionDays: stage === 'production' ? 90 : 14,
    hasDetails: yesOrNo('DETAILED_METRICS', env, false),
    firewall: firewallOf(env),
    ...(issuer && clientId && { oidc: { issuer, clientId, name: env.OIDC_NAME ?? new URL(issuer).host } }),
    ...(mapTiles && { mapTiles }),
    operator: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[0].startsWith('OPERATOR_') && !!entry[1]),
    ),
  };
}

/** CloudFront only takes certificates of us-east-1. */
function certificateOf({ SITE_CERTIFICATE_ARN: arn, SITE_DOMAIN: domain }: NodeJS.ProcessEnv): string | undefined {
  if (!arn) return undefined;
  if (!domain) throw new Error('SITE_CERTIFICATE_ARN is the certificate of SITE_DOMAIN: set that too.');
  if (!/^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\//.test(arn))
    throw new Error('SITE_CERTIFICATE_ARN is the ARN of a certificate in us-east-1, where CloudFront looks for it.');
  return arn;
}

function firewallOf({ FIREWALL: mode = 'count' }: NodeJS.ProcessEnv): 'count' | 'block' {
  if (mode !== 'count' && mode !== 'block') throw new Error(`FIREWALL is count or block, not “${mode}”.`);
  return mode;
}
