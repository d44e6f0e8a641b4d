// The official MCP client, its authorization included, at the sample's MCP server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnauthorizedError, discoverOAuthProtectedResourceMetadata } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import * as oauth from 'oauth4webapi';
import { API, ISSUER, NOTES, secretOf } from './fixtures.mjs';
import { travel } from './person.mjs';

const SERVER = new URL('mcp', API);
const CALLBACK = 'http://127.0.0.1:39080/cb';

/** What the application around the SDK keeps: that of a native client whom the server knows. */
class Provider {
  #state = oauth.generateRandomState();
  asked = [];
  redirectUrl = CALLBACK;
  clientMetadata = { client_name: 'Native application', redirect_uris: [CALLBACK] };
  state = () => this.#state;
  clientInformation = () => ({ client_id: 'native1' });
  tokens = () => this.kept;
  saveTokens = (tokens) => { this.kept = tokens; };
  saveCodeVerifier = (verifier) => { this.verifier = verifier; };
  codeVerifier = () => this.verifier;
  redirectToAuthorization = (url) => { this.asked.push(url); };

  /** The user's part: the code that the browser brings back for the last link opened. */
  async code() {
    const back = new URL((await travel(this.asked.at(-1), CALLBACK)).url);
    assert.equal(back.searchParams.get('state'), this.#state);
    return back.searchParams.get('code');
  }

  scopes = () => this.asked.map((url) => url.searchParams.get('scope'));
}

async function connected(provider) {
  const client = new Client({ name: 'interop', version: '1' });
  const refused = new StreamableHTTPClientTransport(SERVER, { authProvider: provider });
  await assert.rejects(client.connect(refused), UnauthorizedError);
  await refused.finishAuth(await provider.code());
  const transport = new StreamableHTTPClientTransport(SERVER, { authProvider: provider });
  const second = new Client({ name: 'interop', version: '1' });
  await second.connect(transport);
  return { client: second, transport };
}

const claimsOf = ({ access_token: jwt }) => JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));

test('MCP: from a 401 to an answered tool call, with PKCE and a token for this server alone', async () => {
  const provider = new Provider();
  const { client, transport } = await connected(provider);
  const [authorization] = provider.asked;
  assert.equal(authorization.searchParams.get('resource'), SERVER.href);
  assert.equal(authorization.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(authorization.searchParams.get('scope'), 'read:notes');
  assert.equal(claimsOf(provider.kept).aud, SERVER.href);
  assert.deepEqual((await client.listTools()).tools.map((tool) => tool.name).sort(), ['add_note', 'list_notes']);
  assert.notEqual((await client.callTool({ name: 'list_notes', arguments: {} })).isError, true);
  await transport.terminateSession();
  await client.close();
});

test('MCP: a tool that needs another scope is answered 403, and after the step-up the call is', async () => {
  const provider = new Provider();
  const { client, transport } = await connected(provider);
  const call = () => client.callTool({ name: 'add_note', arguments: { text: 'stepped up' } });
  await assert.rejects(call(), UnauthorizedError);
  assert.deepEqual(provider.scopes(), ['read:notes', 'read:notes write:notes']);
  await transport.finishAuth(await provider.code());
  assert.notEqual((await call()).isError, true);
  const { content } = await client.callTool({ name: 'list_notes', arguments: {} });
  assert.ok(content.some(({ text }) => text === 'stepped up'));
  await client.close();
});

test('MCP: a token for another API is refused, whatever its scopes', async () => {
  const body = new URLSearchParams({ grant_type: 'client_credentials', audience: NOTES });
  const authorization = `Basic ${btoa(`m2m1:${secretOf('m2m1')}`)}`;
  const answer = await fetch(new URL('oauth/token', ISSUER), { method: 'POST', body, headers: { authorization } });
  const provider = new Provider();
  provider.kept = await answer.json();
  const client = new Client({ name: 'interop', version: '1' });
  const transport = new StreamableHTTPClientTransport(SERVER, { authProvider: provider });
  await assert.rejects(client.connect(transport), UnauthorizedError);
  assert.equal(provider.asked.length, 1);
});

test('MCP: the metadata that the challenge names is that of this server', async () => {
  const challenge = (await fetch(SERVER, { method: 'POST' })).headers.get('www-authenticate');
  const [, resourceMetadataUrl] = /resource_metadata="([^"]+)"/.exec(challenge);
  const metadata = await discoverOAuthProtectedResourceMetadata(SERVER, { resourceMetadataUrl });
  assert.equal(metadata.resource, SERVER.href);
  assert.deepEqual(metadata.authorization_servers, [ISSUER.href]);
  assert.deepEqual(metadata.scopes_supported, ['read:notes']);
});
