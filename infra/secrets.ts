/** What nobody may read: set by `npx sst secret set NAME VALUE --stage STAGE`. How one is changed: docs/deploy.md. */
export type OriginSecrets = {
  /** What the router and the pages send. */
  sent: $util.Output<string>;
  /** Accepted as well while one replaces the other; otherwise empty. */
  alsoTaken: $util.Output<string>;
};

/** The secrets of a stage. */
export function declareSecrets() {
  return {
    /** Prove to the functions and the pages that a request came through the router, past the firewall. */
    origin: {
      sent: new sst.Secret('OriginSecret').value,
      alsoTaken: new sst.Secret('OriginSecretAlso', '').value,
    } satisfies OriginSecrets,
    /** Of the OpenID Connect provider; empty while there is none. */
    oidcClient: new sst.Secret('OidcClientSecret', '').value,
  };
}

/** What a function behind the router reads. */
export function originEnvironment({ sent, alsoTaken }: OriginSecrets) {
  return { ORIGIN_SECRET: sent, ORIGIN_SECRET_ALSO: alsoTaken };
}
