// What the mock authorization server was born with, and where it, the API and a page's backend are.
import { readFileSync } from 'node:fs';

const RESOURCES = '../../sample-api/src/main/resources/io/bearergate/sample/issuer/';

const read = (name) => JSON.parse(readFileSync(new URL(RESOURCES + name, import.meta.url)));
const { clients, users } = read('fixtures.json');
const keys = read('fixture-keys.json');

const required = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run this through bin/with-demo`);
  return new URL(value);
};

export const ISSUER = required('ISSUER');
export const API = required('API');
export const BACKEND = required('BACKEND');
export const NOTES = 'https://api.bearergate.test/notes';
export const BILLING = 'https://api.bearergate.test/billing';
export const POP = 'https://api.bearergate.test/pop';
export const VAULT = 'urn:bearergate:vault';

export const secretOf = (clientId) => clients.find((c) => c.client_id === clientId).client_secret;
export const passwordOf = (username) => users.find((u) => u.username === username).password;

/** The first private key of a client for a use, ready to sign with. */
export async function keyOf(clientId, use) {
  const jwk = keys[clientId][use][0];
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
  return { key, kid: jwk.kid };
}
