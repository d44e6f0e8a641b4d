// One message as it went over the wire, and who got to see what.

import { h } from './page.js';

export const PARTIES = {
  browser: 'Browser', device: 'Other device', client: 'Client', issuer: 'Authorization server', api: 'API',
};

const SECRETS = [
  ['Password', /(?<![a-z_])password=/],
  ['Client secret', /client_secret=|Authorization: Basic/i],
  ['Client assertion', /client_assertion=/],
  ['Authorization code', /(?<![a-z_])code=|"code"\s*:/],
  ['PKCE verifier', /code_verifier=/],
  ['ID token', /id_token("\s*:|=)/],
  ['Access token', /"access_token"\s*:|[?&]access_token=|Authorization: (Bearer|DPoP)/i],
  ['Refresh token', /"refresh_token"\s*:|(?<![a-z_=])refresh_token=/],
];

/** What the authorization server knows even where its answer went by pages we do not see. */
const ISSUED = ['Authorization code', 'ID token', 'Access token', 'Refresh token'];
/** Without it, what went to the API as a bearer token was no access token. */
const TOKEN_ISSUED = /"access_token"\s*:/;

const textOf = (message) => [message.line, ...message.headers, message.body].join('\n');

function asJson(body) {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return undefined;
  }
}

/** JSON in colours, if the highlighter is there; it escapes whatever it is given. */
export function json(text) {
  const code = h('code', {}, text);
  if (globalThis.hljs) code.innerHTML = globalThis.hljs.highlight(text, { language: 'json' }).value;
  return h('pre', { tabindex: '0', class: 'wire' }, code);
}

function body(text) {
  if (!text) return undefined;
  const pretty = asJson(text);
  if (pretty) return json(pretty);
  const lines = text.includes('=') && !text.includes('\n') ? text.split('&').join('\n&') : text;
  return h('pre', { tabindex: '0', class: 'wire' }, lines);
}

const readable = (line) => line.replace(/[?&]/g, (mark) => `\n  ${mark}`);

function message(title, { line, headers, body: text }) {
  const shown = headers.filter((header) => !/^(date|transfer-encoding|content-length|vary):/i.test(header));
  return h('section', { class: 'message' },
    h('h4', {}, title),
    h('pre', { tabindex: '0', class: 'wire' },
      h('strong', {}, readable(line)), shown.length ? `\n${shown.map(readable).join('\n')}` : ''),
    body(text));
}

/** Request and answer, and between whom. */
export function exchange(step) {
  const seen = SECRETS.filter(([, sign]) => sign.test(textOf(step.request)) || sign.test(textOf(step.response)))
    .map(([name]) => name.toLowerCase());
  const both = `${PARTIES[step.from]} and ${PARTIES[step.to].toLowerCase().replace('api', 'API')}`;
  return [
    h('p', { class: 'sees' }, `${both} see this`, seen.length ? `, and with it: ${seen.join(', ')}.` : '; there is no secret in it.'),
    message(`${PARTIES[step.from]} asks`, step.request),
    message(`${PARTIES[step.to]} answers`, step.response),
  ];
}

/** Which secret came before whose eyes on the whole walk. */
export function whoSawWhat(steps, parties) {
  const seenIn = (message, sign) => sign.test(textOf(message));
  const rows = SECRETS.map(([name, sign]) => [name, new Set(steps
    .filter((step) => seenIn(step.request, sign) || seenIn(step.response, sign))
    .flatMap((step) => [step.from, step.to]))]).filter(([, eyes]) => eyes.size)
    .map(([name, eyes]) => [name, ISSUED.includes(name) ? eyes.add('issuer') : eyes])
    .filter(([name]) => name !== 'Access token' || steps.some((step) => seenIn(step.response, TOKEN_ISSUED)));
  if (!rows.length) return undefined;
  return h('table', { class: 'eyes' },
    h('caption', {}, 'Who got to see what'),
    h('thead', {}, h('tr', {}, h('td'), parties.map((party) => h('th', { scope: 'col', class: party }, PARTIES[party])))),
    h('tbody', {}, rows.map(([name, eyes]) => h('tr', {},
      h('th', { scope: 'row' }, name),
      parties.map((party) => h('td', {}, eyes.has(party) ? h('span', { class: `dot ${party}` }, 'saw it') : h('span', { class: 'never' }, 'never')))))));
}
