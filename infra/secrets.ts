/** What nobody may read: set by `npx sst secret set NAME VALUE --stage STAGE`. */
export function declareSecrets() {
  return {
    /** Proves to the functions and the pages that a request came through the router, past the firewall. */
    origin: new sst.Secret('OriginSecret').value,
    /** Of the OpenID Connect provider; empty while there is none. */
    oidcClient: new sst.Secret('OidcClientSecret', '').value,
  };
}
