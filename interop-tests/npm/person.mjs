// The user: opens pages, keeps cookies, fills in forms, agrees. Knows no protocol.
import assert from 'node:assert/strict';
import { passwordOf } from './fixtures.mjs';

const MOST_STEPS = 12;
const unescape = (html) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);

/** Goes from `url` until the browser is sent to `redirectUri`; what it brings there, as a Request. */
export async function travel(url, redirectUri, username = 'alice') {
  const jar = new Map();
  let next = { url: new URL(url), init: {} };
  for (let step = 0; step < MOST_STEPS; step++) {
    const response = await open(next, jar);
    const location = response.headers.get('location');
    if (location?.startsWith(redirectUri)) return new Request(location);
    if (location) {
      next = { url: new URL(location, next.url), init: {} };
      continue;
    }
    const html = await response.text();
    const form = formIn(html, next.url);
    assert.ok(form, `a page without a form, ${response.status}: ${html.replace(/<[^>]*>/g, ' ').trim()}`);
    if (form.action.href.startsWith(redirectUri)) return post(form.action, form.fields);
    fillIn(form, html, username);
    next = { url: form.action, init: { method: 'POST', body: form.fields } };
  }
  assert.fail('sent in circles');
}

/** Opens a link on another device and agrees to what is shown, until there is nothing left to agree to. */
export async function approve(link, username = 'alice') {
  const jar = new Map();
  let next = { url: new URL(link), init: {} };
  for (let step = 0; step < MOST_STEPS; step++) {
    const response = await open(next, jar);
    const location = response.headers.get('location');
    if (location) {
      next = { url: new URL(location, next.url), init: {} };
      continue;
    }
    assert.equal(response.status, 200);
    const html = await response.text();
    const form = formIn(html, next.url);
    if (!form) return;
    fillIn(form, html, username);
    next = { url: form.action, init: { method: 'POST', body: form.fields } };
  }
  assert.fail('sent in circles');
}

async function open({ url, init }, jar) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, { ...init, redirect: 'manual', headers: cookie ? { cookie } : {} });
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    jar.set(name, value);
  }
  return response;
}

function formIn(html, base) {
  const action = /<form[^>]*method="post"[^>]*action="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = /value="([^"]*)"/.exec(tag)?.[1];
    if (name && value !== undefined) fields.set(name, unescape(value));
  }
  return { action: new URL(unescape(action), base), fields };
}

function fillIn({ fields }, html, username) {
  if (html.includes('type="password"')) {
    fields.set('username', username);
    fields.set('password', passwordOf(username));
    return;
  }
  const agreeing = /<button[^>]*name="([^"]*)"[^>]*value="([^"]*)"/.exec(html);
  if (agreeing) fields.set(agreeing[1], agreeing[2]);
}

const post = (url, body) => new Request(url, { method: 'POST', body });
