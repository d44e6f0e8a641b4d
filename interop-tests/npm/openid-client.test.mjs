import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as client from 'openid-client';
import { API, BILLING, ISSUER, NOTES, POP, VAULT, keyOf, passwordOf, secretOf } from './fixtures.mjs';
import { approve, travel } from './person.mjs';

const CALLBACK = Object.fromEntries(
  Object.entries({ web1: 8081, webpkj: 8082, spa1: 8083, form1: 8084, hyb1: 8085, webjar: 8086 }).map(
    ([id, port]) => [id, `http://127.0.0.1:${port}/callback`],
  ),
);
const ONCE = { execute: [client.allowInsecureRequests] };

const as = (clientId, authentication, metadata = {}) =>
  client.discovery(ISSUER, clientId, metadata, authentication, ONCE);
const withSecret = (clientId) => as(clientId, client.ClientSecretBasic(secretOf(clientId)));
const withKey = async (clientId) => as(clientId, client.PrivateKeyJwt(await keyOf(clientId, 'assertion')));

/** One attempt to log in: what has to be kept, and the parameters that go out. */
async function attempt(redirectUri, more = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const kept = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce() };
  const parameters = {
    redirect_uri: redirectUri,
    scope: 'openid profile read:notes',
    audience: NOTES,
    state: kept.expectedState,
    nonce: kept.expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  };
  return { kept, parameters };
}

async function opens(config, tokens, path, method = 'GET', body, options) {
  const headers = body ? new Headers({ 'content-type': 'application/json' }) : undefined;
  try {
    return (await client.fetchProtectedResource(
      config, tokens.access_token, new URL(path, API), method, body, headers, options)).status;
  } catch (error) {
    if (error instanceof client.WWWAuthenticateChallengeError) return error.status;
    throw error;
  }
}

async function refused(promise, error) {
  await assert.rejects(promise, (thrown) => (thrown.error ?? thrown.cause?.error) === error || assert.fail(thrown));
}

test('F01 authorization code: login, userinfo, API', async () => {
  const config = await withSecret('web1');
  const { kept, parameters } = await attempt(CALLBACK.web1);
  const back = await travel(client.buildAuthorizationUrl(config, parameters), CALLBACK.web1);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  const user = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  assert.equal(user.name, 'Alice Example');
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
  await refused(client.authorizationCodeGrant(config, new URL(back.url), kept), 'invalid_grant');
});

test('F02 PKCE: a public client on a port of its own', async () => {
  const redirectUri = 'http://127.0.0.1:53127/cb';
  const config = await as('native1', client.None());
  const { kept, parameters } = await attempt(redirectUri);
  const back = await travel(client.buildAuthorizationUrl(config, parameters), redirectUri);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F03 PAR: the request goes ahead, only its reference through the browser', async () => {
  const config = await withSecret('web1');
  const { kept, parameters } = await attempt(CALLBACK.web1);
  const url = await client.buildAuthorizationUrlWithPAR(config, parameters);
  assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri']);
  const back = await travel(url, CALLBACK.web1);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F04 JAR: the request is signed', async () => {
  const config = await withSecret('webjar');
  const { kept, parameters } = await attempt(CALLBACK.webjar);
  const url = await client.buildAuthorizationUrlWithJAR(config, parameters, await keyOf('webjar', 'request'));
  const back = await travel(url, CALLBACK.webjar);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F05 PAR and JAR: the signed request goes ahead, from a client with a key', async () => {
  const config = await withKey('webpkj');
  const { kept, parameters } = await attempt(CALLBACK.webpkj);
  const signed = await client.buildAuthorizationUrlWithJAR(config, parameters, await keyOf('webpkj', 'request'));
  const url = await client.buildAuthorizationUrlWithPAR(config, signed.searchParams);
  const back = await travel(url, CALLBACK.webpkj);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F06 RAR: a transfer of this amount and no other', async () => {
  const details = [{
    type: 'money_transfer',
    instructedAmount: { amount: 2500, currency: 'USD' },
    sourceAccount: 'xxxx1234',
    destinationAccount: 'xxxx9876',
    beneficiary: 'Dana Example',
  }];
  const config = await withSecret('web1');
  const { kept, parameters } = await attempt(CALLBACK.web1, {
    scope: 'openid pay:bills', audience: BILLING, authorization_details: JSON.stringify(details) });
  const back = await travel(await client.buildAuthorizationUrlWithPAR(config, parameters), CALLBACK.web1);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  assert.deepEqual(tokens.authorization_details, details);
  const order = ({ instructedAmount, sourceAccount, destinationAccount }, amount) =>
    JSON.stringify({ amount, currency: instructedAmount.currency, sourceAccount, destinationAccount });
  assert.equal(await opens(config, tokens, 'api/transfers', 'POST', order(details[0], 2501)), 403);
  assert.equal(await opens(config, tokens, 'api/transfers', 'POST', order(details[0], 2500)), 200);
});

test('F07 JWE: five parts, and the API reads them', async () => {
  const config = await withSecret('m2m1');
  const tokens = await client.clientCredentialsGrant(config, { audience: VAULT });
  assert.equal(tokens.access_token.split('.').length, 5);
  assert.equal(await opens(config, tokens, 'api/vault'), 200);
});

test('F08 implicit with form post: an ID token, which is no key to the API', async () => {
  const config = await as('form1', client.None());
  client.useIdTokenResponseType(config);
  const expectedNonce = client.randomNonce();
  const expectedState = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK.form1, scope: 'openid profile', response_mode: 'form_post',
    nonce: expectedNonce, state: expectedState });
  const back = await travel(url, CALLBACK.form1);
  const idToken = (await back.clone().formData()).get('id_token');
  const claims = await client.implicitAuthentication(config, back, expectedNonce, { expectedState });
  assert.match(claims.sub, /^auth0\|/);
  assert.equal(await opens(config, { access_token: idToken }, 'api/whoami'), 401);
});

test('F10 hybrid: the ID token at once, the access token later', async () => {
  const config = await withSecret('hyb1');
  client.useCodeIdTokenResponseType(config);
  const { kept, parameters } = await attempt(CALLBACK.hyb1, { response_mode: 'form_post' });
  const back = await travel(client.buildAuthorizationUrl(config, parameters), CALLBACK.hyb1);
  const tokens = await client.authorizationCodeGrant(config, back, kept);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F11 client credentials: by secret and by key', async () => {
  for (const config of [await withSecret('m2m1'), await withKey('m2mpkj')]) {
    const tokens = await client.clientCredentialsGrant(config, { audience: NOTES });
    assert.equal(tokens.refresh_token, undefined);
    assert.equal(await opens(config, tokens, 'api/notes'), 200);
  }
});

test('F12 device: approved elsewhere', async () => {
  const config = await as('tv1', client.None());
  const started = await client.initiateDeviceAuthorization(config, { scope: 'openid read:notes', audience: NOTES });
  await approve(started.verification_uri_complete);
  const tokens = await client.pollDeviceAuthorizationGrant(config, started);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F13 resource owner password', async () => {
  const config = await as('ropg1', client.ClientSecretPost(secretOf('ropg1')));
  const tokens = await client.genericGrantRequest(config, 'password', {
    username: 'alice', password: passwordOf('alice'), audience: NOTES, scope: 'read:notes' });
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F14 CIBA: approved elsewhere, for the user that was named', async () => {
  const config = await withSecret('ciba1');
  const hint = { format: 'iss_sub', iss: ISSUER.href, sub: 'auth0|65a1f0c2e4b0a1d2c3e4f501' };
  const started = await client.initiateBackchannelAuthentication(config, {
    scope: 'openid read:notes', audience: NOTES, binding_message: 'Pay 2500:K7', login_hint: JSON.stringify(hint) });
  const approval = new URL(`__mock/ciba/${started.auth_req_id}/approve`, ISSUER);
  const decided = await fetch(approval, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  assert.equal(decided.ok, true);
  const tokens = await client.pollBackchannelAuthenticationGrant(config, started);
  assert.equal(tokens.claims().sub, hint.sub);
  assert.equal(await opens(config, tokens, 'api/notes'), 200);
});

test('F15 refresh: rotated, and the old one kills the family', async () => {
  const config = await as('spa1', client.None());
  const { kept, parameters } = await attempt(CALLBACK.spa1, { scope: 'openid offline_access read:notes' });
  const back = await travel(client.buildAuthorizationUrl(config, parameters), CALLBACK.spa1);
  const first = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  const second = await client.refreshTokenGrant(config, first.refresh_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.equal(await opens(config, second, 'api/notes'), 200);
  await refused(client.refreshTokenGrant(config, first.refresh_token), 'invalid_grant');
  await refused(client.refreshTokenGrant(config, second.refresh_token), 'invalid_grant');
});

test('F15 revocation: the refresh token is dead', async () => {
  const config = await withSecret('web1');
  const { kept, parameters } = await attempt(CALLBACK.web1, { scope: 'openid offline_access read:notes' });
  const back = await travel(client.buildAuthorizationUrl(config, parameters), CALLBACK.web1);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept);
  assert.equal((await client.tokenIntrospection(config, tokens.refresh_token)).active, true);
  await client.tokenRevocation(config, tokens.refresh_token);
  assert.equal((await client.tokenIntrospection(config, tokens.refresh_token)).active, false);
  await refused(client.refreshTokenGrant(config, tokens.refresh_token), 'invalid_grant');
});

test('F16 several APIs: each token opens its own', async () => {
  const config = await withSecret('m2m1');
  const notes = await client.clientCredentialsGrant(config, { audience: NOTES });
  await refused(client.clientCredentialsGrant(config, { audience: BILLING }), 'invalid_target');
  assert.equal(await opens(config, notes, 'api/billing/bills'), 401);
});

test('F18 DPoP: a bound token, with a proof for every call', async () => {
  const config = await withSecret('web1');
  const handle = client.getDPoPHandle(config, await client.randomDPoPKeyPair());
  const { kept, parameters } = await attempt(CALLBACK.web1, { scope: 'openid read:pop', audience: POP });
  const back = await travel(client.buildAuthorizationUrl(config, parameters), CALLBACK.web1);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.url), kept, undefined, { DPoP: handle });
  assert.equal(tokens.token_type, 'dpop');
  assert.equal(await opens(config, tokens, 'api/pop', 'GET', undefined, { DPoP: handle }), 200);
});

test('logout: back at the client, with its state', async () => {
  const config = await withSecret('web1');
  assert.match(client.buildEndSessionUrl(config).href, /\/oidc\/logout\?/);
});
