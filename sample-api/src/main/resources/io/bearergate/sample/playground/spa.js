// The PKCE client that really runs in the browser, by oauth4webapi.

import { session } from './backend.js';
import * as oauth from './oauth4webapi.js';
import { byId, h, markPlace, say } from './page.js';
import { Picture } from './picture.js';
import { checkList } from './sheets.js';
import { json } from './wire.js';

const KEPT = 'bearergate-spa';
const SCOPES = 'openid profile read:notes';
const OVER_HTTP = { [oauth.allowInsecureRequests]: true };

const here = await session();
const picture = new Picture(byId('picture'));
const steps = [];
const checks = [];
const client = { client_id: here.spa.clientId };
const issuer = new URL(here.issuer);

const SECRET = /(?<![A-Za-z_])(code|code_verifier|access_token|id_token|refresh_token)(=|"\s*:\s*")([^&"\s]{0,4})[^&"\s]*/g;
const mask = (text) => text.replace(SECRET, '$1$2$3…').replace(/(Bearer .{0,4})\S*/, '$1…');

function checked(id, what) {
  checks.push({ id, what, holds: true });
}

function note(step) {
  steps.push(step);
  picture.draw(steps);
}

/** The browser's own fetch, drawn as it goes. */
async function drawn(url, options = {}) {
  const answer = await fetch(url, options);
  const target = new URL(url, location.href);
  const headers = [...new Headers(options.headers)].map(([name, value]) => mask(`${name}: ${value}`));
  note({
    from: 'client',
    to: target.origin === issuer.origin ? 'issuer' : 'api',
    request: { line: mask(`${options.method ?? 'GET'} ${target}`), headers, body: mask(String(options.body ?? '')) },
    response: {
      line: String(answer.status),
      headers: [...answer.headers].map(([name, value]) => `${name}: ${value}`),
      body: mask(await answer.clone().text()),
    },
  });
  return answer;
}
const BY_US = { ...OVER_HTTP, [oauth.customFetch]: drawn };

async function discover() {
  const answer = await oauth.discoveryRequest(issuer, BY_US);
  const server = await oauth.processDiscoveryResponse(issuer, answer);
  checked('metadata', 'the metadata is that of the issuer that was asked');
  return server;
}

async function leave() {
  byId('go').disabled = true;
  say('Asking the authorization server where to go …');
  const server = await discover();
  const attempt = { verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce() };
  sessionStorage.setItem(KEPT, JSON.stringify(attempt));
  const to = new URL(server.authorization_endpoint);
  to.search = new URLSearchParams({
    response_type: 'code', client_id: client.client_id, redirect_uri: here.spa.redirectUri, scope: SCOPES,
    audience: here.spa.audience, state: attempt.state, nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: 'S256',
  });
  location.assign(to);
}

/** The attempt is good for one answer, and leaves the browser's store with it. */
function takeAttempt() {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (!kept) throw new Error('Nobody here has asked for this answer.');
  return JSON.parse(kept);
}

async function comeBack(arrived) {
  const attempt = takeAttempt();
  note({ from: 'browser', to: 'client', request: { line: mask(`GET ${arrived}`), headers: [], body: '' }, response: { line: '200', headers: [], body: '' } });
  const server = await discover();
  const parameters = oauth.validateAuthResponse(server, client, arrived, attempt.state);
  checked('SC1', 'the state is that of this session');
  checked('SC2', 'the answer is from the issuer that was asked');
  const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, here.spa.redirectUri, attempt.verifier, BY_US);
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, { expectedNonce: attempt.nonce, requireIdToken: true });
  await oauth.validateApplicationLevelSignature(server, answer, BY_US);
  checked('V1', 'the ID token is signed by the issuer');
  checked('V2–V4', 'it is from this issuer, for this client, and current');
  checked('V5', 'the nonce is that of this session');
  const notes = await oauth.protectedResourceRequest(tokens.access_token, 'GET', new URL('/api/notes', location.href), undefined, null, BY_US);
  end(oauth.getValidatedIdTokenClaims(tokens), notes.status);
}

function end(claims, status) {
  say(`Done: GET /api/notes ${status}, ${steps.length} steps.`);
  byId('rest').replaceChildren(
    h('section', { class: 'answer' }, h('h2', {}, 'It went through'),
      h('p', { class: 'let-through', id: 'answer' }, h('strong', {}, `GET /api/notes ${status}`))),
    h('section', { class: 'sheet' }, h('h3', {}, 'ID token'), json(JSON.stringify(claims, undefined, 2)),
      checkList(checks, 'What the client checked on its way')));
}

markPlace(here);
byId('go').addEventListener('click', () => leave().catch((error) => say(`Broken off: ${error.message}`)));
byId('go').disabled = false;
const arrived = new URL(location.href);
if (arrived.searchParams.has('state')) {
  history.replaceState(undefined, '', location.pathname);
  await comeBack(arrived).catch((error) => say(`Broken off: ${error.message}`));
}
