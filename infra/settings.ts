/** What differs between stages, and the settings given by environment variables. */
import { stageOf } from './cdk/settings.ts';

export type Settings = {
  stage: string;
  region: string;
  /** The site's name, such as `sangkien.hanoi.gov.vn`; without one, CloudFront's own. */
  domain?: string;
  /** Who mails come from: an address, or one of a domain that is verified on the way. */
  mailFrom: string;
  /** Stays when the stage is removed, and can't be removed by mistake. */
  isKept: boolean;
  /** Reserves concurrency, so that a job never runs twice at once; new accounts have too little to reserve any. */
  reservesConcurrency: boolean;
  logRetentionDays: number;
  /** Another OpenID Connect provider beside e-mail codes. */
  oidc?: { issuer: string; clientId: string; name: string };
  /** Who runs the site, as its page on that reads them: every `OPERATOR_…` that is set. */
  operator: Record<string, string>;
};

/** The settings of a stage. Throws with what is missing. */
export function settingsOf(stage: string, env: NodeJS.ProcessEnv = process.env): Settings {
  const { SITE_DOMAIN: domain, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = env;
  const mailFrom = env.MAIL_FROM || (domain && `no-reply@${domain}`);
  if (!mailFrom) throw new Error('Set MAIL_FROM to the address mails come from, or SITE_DOMAIN to your domain.');
  const { isKept, region } = stageOf(stage, env);
  return {
    stage,
    region,
    ...(domain && { domain }),
    mailFrom,
    isKept,
    reservesConcurrency: isKept,
    logRetentionDays: stage === 'production' ? 90 : 14,
    ...(issuer && clientId && { oidc: { issuer, clientId, name: env.OIDC_NAME ?? new URL(issuer).host } }),
    operator: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[0].startsWith('OPERATOR_') && !!entry[1]),
    ),
  };
}
