import * as client from 'openid-client';

interface OidcSettings { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly publicUrl: string }
interface SignInRequest { readonly url: string; readonly verifier: string; readonly state: string; readonly nonce: string }

const isLoopback = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** True where the issuer is the development provider on this very machine: only then may a training clock run. */
export const isDevelopmentIssuer = (issuer: string): boolean => isLoopback(issuer);

/** Signs people in by the OpenID Connect code flow with PKCE, state and nonce (RFC 7636, OpenID Connect Core 3.1). */
export class IdentityProvider {
  private readonly settings: OidcSettings;
  private discovered: Promise<client.Configuration> | null = null;
  constructor(settings: OidcSettings) { this.settings = settings; }

  /** Discovery is kept; a failure is dropped so that the api may start before the provider does. */
  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const options = isLoopback(issuer) ? { execute: [client.allowInsecureRequests] } : {};
    this.discovered ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, options).catch((error: unknown) => { this.discovered = null; throw error; });
    return this.discovered;
  }

  private get redirect(): string { return `${this.settings.publicUrl}/auth/callback`; }

  /** `anew`: somebody has just left this browser, so the provider asks who comes, whatever session it still keeps. */
  async start(anew = false): Promise<SignInRequest> {
    const configuration = await this.configuration();
    const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirect, scope: 'openid', code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce, ...(anew ? { prompt: 'login' } : {}),
    });
    return { url: url.href, verifier, state, nonce };
  }

  /** The officer's id and the identity token, from the provider's answer. Throws where it does not fit what was asked. */
  async finish(answer: string, asked: { verifier: string; state: string; nonce: string }): Promise<{ officerId: string; idToken: string }> {
    const tokens = await client.authorizationCodeGrant(await this.configuration(), new URL(answer, this.settings.publicUrl), { pkceCodeVerifier: asked.verifier, expectedState: asked.state, expectedNonce: asked.nonce, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new Error('The provider sent no identity');
    return { officerId: claims.sub, idToken: tokens.id_token };
  }

  /** Where to end the session at the provider too. */
  async end(idToken: string): Promise<string> {
    return client.buildEndSessionUrl(await this.configuration(), { id_token_hint: idToken, post_logout_redirect_uri: `${this.settings.publicUrl}/` }).href;
  }
}
