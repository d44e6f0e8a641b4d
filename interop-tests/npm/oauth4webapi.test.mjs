import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import { API, BILLING, ISSUER, NOTES, POP, VAULT, keyOf, passwordOf, secretOf } from './fixtures.mjs';
import { approve, travel } from './person.mjs';

const PLAIN = { [oauth.allowInsecureRequests]: true };
const callback = (port) => `http://127.0.0.1:${port}/callback`;
const basic = (clientId) => oauth.ClientSecretBasic(secretOf(clientId));
const assertion = async (clientId) => oauth.PrivateKeyJwt(await keyOf(clientId, 'assertion'));

let as;
before(async () => {
  as = await oauth.processDiscoveryResponse(ISSUER, await oauth.discoveryRequest(ISSUER, PLAIN));
});

/** A login attempt of this client: its parameters, and what is kept to check the answer by. */
async function attempt(clientId, redirectUri, more = {}) {
  const kept = { verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce() };
  const parameters = new URLSearchParams({
    client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid profile read:notes', audience: NOTES,
    state: kept.state, nonce: kept.nonce, code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256', ...more });
  return { client: { client_id: clientId }, redirectUri, kept, parameters };
}

const authorizeUri = (parameters) => new URL(`${as.authorization_endpoint}?${new URLSearchParams(parameters)}`);

/** Sends the browser off and trades the code it brings back in. */
async function redeem({ client, redirectUri, kept }, uri, auth, options = {}) {
  const back = await travel(uri, redirectUri);
  const parameters = oauth.validateAuthResponse(as, client, new URL(back.url), kept.state);
  const response = await oauth.authorizationCodeGrantRequest(
    as, client, auth, parameters, redirectUri, kept.verifier, { ...PLAIN, ...options });
  return oauth.processAuthorizationCodeResponse(as, client, response, { expectedNonce: kept.nonce, requireIdToken: true });
}

async function pushed(going, auth, parameters = going.parameters) {
  const response = await oauth.pushedAuthorizationRequest(as, going.client, auth, parameters, PLAIN);
  const { request_uri } = await oauth.processPushedAuthorizationResponse(as, going.client, response);
  return authorizeUri({ client_id: going.client.client_id, request_uri });
}

async function status(tokens, path, { method = 'GET', body, ...options } = {}) {
  const headers = new Headers(body ? { 'content-type': 'application/json' } : {});
  try {
    return (await oauth.protectedResourceRequest(
      tokens.access_token, method, new URL(path, API), headers, body, { ...PLAIN, ...options })).status;
  } catch (error) {
    if (error instanceof oauth.WWWAuthenticateChallengeError) return error.status;
    throw error;
  }
}

const refusedAs = (code) => (error) => error.error === code || assert.fail(error);

test('F01 authorization code, userinfo, API', async () => {
  const going = await attempt('web1', callback(8081));
  const tokens = await redeem(going, authorizeUri(going.parameters), basic('web1'));
  const { sub } = oauth.getValidatedIdTokenClaims(tokens);
  const info = await oauth.userInfoRequest(as, going.client, tokens.access_token, PLAIN);
  assert.equal((await oauth.processUserInfoResponse(as, going.client, sub, info)).nickname, 'alice');
  assert.equal(await status(tokens, 'api/notes'), 200);
});

test('F02 PKCE, in a browser’s place', async () => {
  const going = await attempt('spa1', callback(8083));
  const tokens = await redeem(going, authorizeUri(going.parameters), oauth.None());
  assert.equal(await status(tokens, 'api/notes'), 200);
});

test('F03 PAR', async () => {
  const going = await attempt('web1', callback(8081));
  const tokens = await redeem(going, await pushed(going, basic('web1')), basic('web1'));
  assert.equal(await status(tokens, 'api/notes'), 200);
});

test('F04 JAR', async () => {
  const going = await attempt('webjar', callback(8086));
  const request = await oauth.issueRequestObject(as, going.client, going.parameters, await keyOf('webjar', 'request'));
  const tokens = await redeem(going, authorizeUri({ client_id: 'webjar', request }), basic('webjar'));
  assert.equal(await status(tokens, 'api/notes'), 200);
});

test('F05 PAR and JAR', async () => {
  const going = await attempt('webpkj', callback(8082));
  const request = await oauth.issueRequestObject(as, going.client, going.parameters, await keyOf('webpkj', 'request'));
  const uri = await pushed(going, await assertion('webpkj'), new URLSearchParams({ client_id: 'webpkj', request }));
  const tokens = await redeem(going, uri, await assertion('webpkj'));
  assert.equal(await status(tokens, 'api/notes'), 200);
});

test('F06 RAR', async () => {
  const transfer = { amount: 40, currency: 'EUR', sourceAccount: 'xxxx1234', destinationAccount: 'xxxx9876' };
  const { amount, currency, ...accounts } = transfer;
  const details = [{ type: 'money_transfer', instructedAmount: { amount, currency }, ...accounts }];
  const going = await attempt('web1', callback(8081), {
    scope: 'openid pay:bills', audience: BILLING, authorization_details: JSON.stringify(details) });
  const tokens = await redeem(going, await pushed(going, basic('web1')), basic('web1'));
  assert.deepEqual(tokens.authorization_details, details);
  const post = (body) => status(tokens, 'api/transfers', { method: 'POST', body: JSON.stringify(body) });
  assert.equal(await post({ ...transfer, destinationAccount: 'xxxx0000' }), 403);
  assert.equal(await post(transfer), 200);
});

test('F07 JWE', async () => {
  const tokens = await clientCredentials('m2m1', basic('m2m1'), VAULT);
  assert.equal(tokens.access_token.split('.').length, 5);
  assert.equal(await status(tokens, 'api/vault'), 200);
});

test('F10 hybrid: the code is tied to the ID token', async () => {
  const going = await attempt('hyb1', callback(8085), { response_type: 'code id_token', response_mode: 'form_post' });
  const back = await travel(authorizeUri(going.parameters), going.redirectUri);
  const parameters = await oauth.validateCodeIdTokenResponse(
    as, going.client, back, going.kept.nonce, going.kept.state, undefined, PLAIN);
  const response = await oauth.authorizationCodeGrantRequest(
    as, going.client, basic('hyb1'), parameters, going.redirectUri, going.kept.verifier, PLAIN);
  const tokens = await oauth.processAuthorizationCodeResponse(as, going.client, response, { expectedNonce: going.kept.nonce });
  assert.equal(await status(tokens, 'api/notes'), 200);
});

async function clientCredentials(clientId, auth, audience, options = {}) {
  const client = { client_id: clientId };
  const response = await oauth.clientCredentialsGrantRequest(as, client, auth, { audience }, { ...PLAIN, ...options });
  return oauth.processClientCredentialsResponse(as, client, response);
}

test('F11, F18 client credentials by secret and by key', async () => {
  assert.equal(await status(await clientCredentials('m2m1', basic('m2m1'), NOTES), 'api/notes'), 200);
  assert.equal(await status(await clientCredentials('m2mpkj', await assertion('m2mpkj'), NOTES), 'api/notes'), 200);
});

test('F12 device', async () => {
  const client = { client_id: 'tv1' };
  const asked = { scope: 'openid read:notes', audience: NOTES };
  const started = await oauth.processDeviceAuthorizationResponse(
    as, client, await oauth.deviceAuthorizationRequest(as, client, oauth.None(), asked, PLAIN));
  const poll = async () => oauth.processDeviceCodeResponse(
    as, client, await oauth.deviceCodeGrantRequest(as, client, oauth.None(), started.device_code, PLAIN));
  await assert.rejects(poll(), refusedAs('authorization_pending'));
  await approve(started.verification_uri_complete);
  await letTimePass();
  assert.equal(await status(await poll(), 'api/notes'), 200);
});

test('F13 password', async () => {
  const client = { client_id: 'ropg1' };
  const typed = { username: 'alice', password: passwordOf('alice'), audience: NOTES, scope: 'read:notes' };
  const response = await oauth.genericTokenEndpointRequest(
    as, client, oauth.ClientSecretPost(secretOf('ropg1')), 'password', typed, PLAIN);
  const tokens = await oauth.processGenericTokenEndpointResponse(as, client, response);
  assert.equal(await status(tokens, 'api/notes'), 200);
});

test('F14 CIBA', async () => {
  const client = { client_id: 'ciba1' };
  const hint = { format: 'iss_sub', iss: as.issuer, sub: 'auth0|65a1f0c2e4b0a1d2c3e4f501' };
  const asked = { scope: 'openid read:notes', audience: NOTES, binding_message: 'K7', login_hint: JSON.stringify(hint) };
  const started = await oauth.processBackchannelAuthenticationResponse(
    as, client, await oauth.backchannelAuthenticationRequest(as, client, basic('ciba1'), asked, PLAIN));
  const poll = async () => oauth.processBackchannelAuthenticationGrantResponse(
    as, client, await oauth.backchannelAuthenticationGrantRequest(as, client, basic('ciba1'), started.auth_req_id, PLAIN));
  await assert.rejects(poll(), refusedAs('authorization_pending'));
  assert.ok((await fetch(new URL(`__mock/ciba/${started.auth_req_id}/approve`, ISSUER), { method: 'POST', body: '{}',
    headers: { 'content-type': 'application/json' } })).ok);
  await letTimePass();
  assert.equal(await status(await poll(), 'api/notes'), 200);
});

/** The interval between two polls, by the clock that the demo's controls move. */
async function letTimePass() {
  const moved = await fetch(new URL('__mock/clock', ISSUER), { method: 'POST', body: '{"advance":10}',
    headers: { 'content-type': 'application/json' } });
  assert.ok(moved.ok);
}

test('F15 refresh, introspection and revocation', async () => {
  const going = await attempt('web1', callback(8081), { scope: 'openid offline_access read:notes' });
  const first = await redeem(going, authorizeUri(going.parameters), basic('web1'));
  const refresh = async (token) => oauth.processRefreshTokenResponse(as, going.client,
    await oauth.refreshTokenGrantRequest(as, going.client, basic('web1'), token, PLAIN));
  const active = async (token) => (await oauth.processIntrospectionResponse(as, going.client,
    await oauth.introspectionRequest(as, going.client, basic('web1'), token, PLAIN))).active;
  const second = await refresh(first.refresh_token);
  assert.equal(await status(second, 'api/notes'), 200);
  assert.equal(await active(second.refresh_token), true);
  await oauth.processRevocationResponse(
    await oauth.revocationRequest(as, going.client, basic('web1'), second.refresh_token, PLAIN));
  assert.equal(await active(second.refresh_token), false);
  await assert.rejects(refresh(second.refresh_token), refusedAs('invalid_grant'));
});

test('F16 several APIs: a token for each', async () => {
  const bills = await attempt('web1', callback(8081), { scope: 'openid read:bills', audience: BILLING });
  const tokens = await redeem(bills, authorizeUri(bills.parameters), basic('web1'));
  assert.equal(await status(tokens, 'api/billing/bills'), 200);
  assert.equal(await status(tokens, 'api/notes'), 401);
});

test('F18 DPoP: nobody else can use the token', async () => {
  const going = await attempt('web1', callback(8081), { scope: 'openid read:pop', audience: POP });
  const ours = oauth.DPoP(going.client, await oauth.generateKeyPair('ES256'));
  const stranger = oauth.DPoP(going.client, await oauth.generateKeyPair('ES256'));
  const tokens = await redeem(going, authorizeUri(going.parameters), basic('web1'), { DPoP: ours });
  assert.equal(await status(tokens, 'api/pop', { DPoP: ours }), 200);
  assert.equal(await status(tokens, 'api/pop', { DPoP: stranger }), 401);
  assert.equal(await status(tokens, 'api/pop'), 401);
});
