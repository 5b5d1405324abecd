/** A real OpenID provider for one machine and for tests, in place of the national identity app. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration, Provider } from 'oidc-provider';
import { localPage } from '../local-page.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import type { ProviderSecrets } from './secrets.ts';
import { createSignInPage } from './sign-in-page.ts';

/** The path of the provider on the site. */
export const mountPath = '/dev/oidc';
export const clientId = 'hanoi-local';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The handler for all paths below `/dev/oidc`. The first request loads the provider. */
export function createIdentityProvider(options: { origin: string; secrets: ProviderSecrets }): Handler {
  let loading: Promise<Handler> | undefined;
  return async (request, response) => {
    loading ??= load(options);
    return (await loading)(request, response);
  };
}

async function load({ origin, secrets }: { origin: string; secrets: ProviderSecrets }): Promise<Handler> {
  const { default: ProviderClass } = await import('oidc-provider');
  const accounts = createAccounts(secrets.subjectKey);
  const provider: Provider = new ProviderClass(`${origin}${mountPath}`, configure(origin, secrets, accounts));
  const callback = provider.callback();
  const signIn = createSignInPage(provider, accounts);
  return async (request, response) => {
    if (await signIn(request, response)) return;
    // The provider derives its mount path, and with it its own URLs, from the difference between `originalUrl` and `url`.
    Object.assign(request, { originalUrl: request.url });
    const rest = (request.url ?? '').slice(mountPath.length);
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    await callback(request, response);
  };
}

function configure(origin: string, secrets: ProviderSecrets, accounts: Accounts): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: secrets.clientSecret,
        redirect_uris: [`${origin}/api/v1/auth/oidc/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    adapter: createMemoryAdapter(),
    jwks: { keys: [secrets.signingKey as never] },
    // Cookies of an interaction keep the path of that interaction, so that two tabs can sign in at the same time.
    cookies: { keys: [secrets.cookieKey], long: { path: '/' } },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    scopes: ['openid', 'profile', 'email', 'eid'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], eid: ['assurance'] },
    conformIdTokenClaims: false,
    interactions: { url: (_, interaction) => `${mountPath}/interaction/${interaction.uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    renderError(ctx) {
      ctx.type = 'html';
      ctx.body = localPage('Không đăng nhập được', '<p>Yêu cầu đăng nhập không hợp lệ hoặc đã hết hạn.</p>');
    },
    findAccount: (_, sub) => {
      const account = accounts.find(sub);
      if (!account) return undefined;
      const claims = { ...account, email_verified: true, assurance: 'eid' };
      return { accountId: sub, claims: () => claims };
    },
    // There is no consent page: signing in counts as consent.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email eid');
      await grant.save();
      return grant;
    },
  };
}
