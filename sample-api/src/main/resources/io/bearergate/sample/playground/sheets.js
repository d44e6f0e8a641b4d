// Tokens taken apart, and checks ticked or crossed.

import { h } from './page.js';
import { json } from './wire.js';

const TIMES = ['exp', 'iat', 'nbf', 'auth_time'];

export function checkList(checks, title) {
  if (!checks.length) return undefined;
  return h('div', { class: 'checks' }, h('h4', {}, title),
    h('ul', {}, checks.map(({ id, what, holds }) => h('li', { class: holds ? 'holds' : 'fails' },
      h('span', { class: 'tick' }, holds ? 'holds' : 'fails'), ' ', what, ' ', h('code', {}, id)))));
}

function times(claims) {
  const known = TIMES.filter((name) => typeof claims[name] === 'number');
  if (!known.length) return undefined;
  return h('p', { class: 'times' }, known
    .map((name) => `${name} is ${new Date(claims[name] * 1000).toLocaleString('en-GB')}`).join(' · '));
}

/** One token: its form, header and claims, and what was checked. */
export function sheet({ kind, form, header, claims, checks }) {
  const parts = (name, members) => Object.keys(members).length
    ? [h('h4', {}, name), json(JSON.stringify(members, undefined, 2))] : [];
  return h('section', { class: 'sheet', 'aria-label': kind },
    h('h3', {}, kind), h('p', { class: 'form' }, form, '.'),
    ...parts('Header', header), ...parts('Claims', claims), times(claims) ?? '',
    checkList(checks, kind === 'ID token' ? 'What the client checks' : 'What the API checks') ?? '');
}
