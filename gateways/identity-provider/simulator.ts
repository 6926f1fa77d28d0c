import express, { type Request, type Response } from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { PERSONAS } from '#domain/force/personas';
import { POST_WORDS, RANK_WORDS } from '#domain/shared/posts';

/**
 * The development identity provider: OpenID Connect on this machine, with a page on which anyone may be any invented officer.
 * Never with real people: it refuses to start in production.
 */
if (process.env['NODE_ENV'] === 'production') throw new Error('The development identity provider never runs in production. Configure PEEL_OIDC_ISSUER with the force’s own.');
const issuer = process.env['PEEL_OIDC_ISSUER'] ?? 'http://127.0.0.1:8091';
const publicUrl = process.env['PEEL_PUBLIC_URL'] ?? 'http://127.0.0.1:8080';
const { privateKey } = await generateKeyPair('RS256', { extractable: true });

/** Nobody has to press a second button to be signed out. */
const GOES_ON = `<script>const form = document.getElementById('op.logoutForm'); form.insertAdjacentHTML('beforeend', '<input type="hidden" name="logout" value="yes">'); form.submit();</script>`;

const provider = new Provider(issuer, {
  clients: [{ client_id: process.env['PEEL_OIDC_CLIENT_ID'] ?? 'peel', client_secret: process.env['PEEL_OIDC_CLIENT_SECRET'] ?? 'development', redirect_uris: [`${publicUrl}/auth/callback`], post_logout_redirect_uris: [`${publicUrl}/`], response_types: ['code'], grant_types: ['authorization_code'] }],
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'development' }] }, cookies: { keys: ['development'] }, pkce: { required: () => true }, conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => { context.body = page('Sign out', `${form}<noscript><button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out here too</button></noscript>${GOES_ON}`); } } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` }, ttl: { Session: 60, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client!.clientId, accountId: context.oidc.session!.accountId! });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const page = (title: string, body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:19px/1.4 Arial,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem;color:#0b0c0c}button{font:inherit;text-align:left;width:100%;padding:.6rem 1rem;margin:.2rem 0;border:2px solid #0b0c0c;background:#fff;cursor:pointer}button:focus{outline:3px solid #fd0}b{display:inline-block;min-width:11rem}input{font:inherit;padding:.4rem;width:22rem}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

function picker(uid: string): string {
  const buttons = PERSONAS.map((p) => `<button name="officer" value="${p.id}"><b>${escape(p.name)}</b> ${escape(POST_WORDS[p.post])} (rank: ${escape(RANK_WORDS[p.rank])}), ${escape(p.stations.join(' and ') || p.team || 'the force')}: ${escape(p.tries)}</button>`).join('');
  return page('Who are you today?', `<p>Invented officers of a training force. Choose one; no password is needed here, and this page never exists with real people.</p><form method="post" action="/interaction/${escape(uid)}">${buttons}</form>
<form method="post" action="/interaction/${escape(uid)}"><p><label>Another officer of the roster, by id <input name="officer" required pattern="[0-9a-fA-F-]{36}"></label></p><button>Continue</button></form>`);
}

const app = express();
app.get('/interaction/:uid', (request: Request, response: Response) => { response.type('html').send(picker(String(request.params['uid']))); });
app.post('/interaction/:uid', express.urlencoded({ extended: false }), async (request: Request, response: Response) => {
  const { officer } = request.body as { officer?: string };
  await provider.interactionFinished(request, response, { login: { accountId: officer ?? '', remember: false } }, { mergeWithLastSubmission: false });
});
app.use(provider.callback());
app.listen(Number(new URL(issuer).port), '127.0.0.1', () => { process.stdout.write(`The development identity provider answers at ${issuer}\n`); });
