// F17: one request at a time. What is typed stays in the form's fields; tokens stay in the back end.

import { currentWalk, order, session } from './backend.js';
import { byId, h, markPlace, say } from './page.js';
import { Picture } from './picture.js';
import { checkList, sheet } from './sheets.js';

const POLL = 300;
const TRANSFER = '[{"type":"money_transfer","amount":"25.00","currency":"EUR"}]';
const here = await session();
const offered = await fetch('/playground/api/trial').then((answer) => answer.json());
const views = ['configuration', 'grants', 'result'];

const options = (values) => values.map((value) => h('option', {}, value));
const FIELDS = [
  ['domain', 'Domain', () => h('input', { value: here.issuer, readonly: true })],
  ['application', 'Application', () => h('select', {}, options(offered.applications))],
  ['secret', 'Client secret', () => h('input', { type: 'password', autocomplete: 'off' })],
  ['callback', 'Callback URL', () => h('input', { value: offered.callback, readonly: true })],
  ['state', 'State', () => h('input', { value: 'a-state-of-my-own' })],
  ['connection', 'Connection', () => h('input', {})],
  ['audience', 'Audience', () => h('input', { list: 'audiences', value: offered.audiences.find((one) => one.endsWith('/notes')) ?? '' })],
  ['scope', 'Scope', () => h('input', { value: 'openid profile read:notes' })],
  ['username', 'Username (password grant)', () => h('input', { autocomplete: 'off' })],
  ['password', 'Password (password grant)', () => h('input', { type: 'password', autocomplete: 'off' })],
  ['login_hint', 'Login hint (CIBA)', () => h('input', {})],
  ['binding_message', 'Binding message (CIBA)', () => h('input', { value: 'W4SCT' })],
  ['authorization_details', 'Authorization details (RAR)', () => h('textarea', { rows: '2' }, TRANSFER)],
];

function field([name, label, make]) {
  const input = make();
  input.id = `typed-${name}`;
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), input);
}

function show(view) {
  for (const name of views) {
    byId(name).hidden = name !== view;
    byId(`tab-${name}`).setAttribute('aria-selected', String(name === view));
    byId(`tab-${name}`).tabIndex = name === view ? 0 : -1;
  }
}

function onTabKey(event) {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!move) return;
  const at = views.indexOf(event.target.getAttribute('aria-controls'));
  const next = views[(at + move + views.length) % views.length];
  show(next);
  byId(`tab-${next}`).focus();
}

const typed = () => Object.fromEntries(FIELDS.map(([name]) => [name, byId(`typed-${name}`).value]));

async function press(button) {
  byId('rest').replaceChildren();
  byId('picture').replaceChildren();
  show('result');
  try {
    await order('trial', { ...typed(), button });
    await watch(new Picture(byId('picture')));
  } catch (refusal) {
    say(`That did not start: ${refusal.message}.`);
  }
}

function yourTurn(destination) {
  if (!destination) {
    byId('turn').replaceChildren();
  } else if (!byId('go')) {
    byId('turn').append(h('section', { class: 'turn' }, h('h2', {}, 'Your turn'),
      h('p', {}, 'Log in at the authorization server, in another tab. Then come back here.'),
      h('a', { id: 'go', class: 'button primary', href: destination, target: '_blank', rel: 'noopener noreferrer' }, 'Go and log in')));
    byId('go').focus();
  }
}

async function watch(picture) {
  const walk = await currentWalk();
  picture.draw(walk.steps);
  yourTurn(walk.destination);
  if (!walk.done) {
    say(walk.destination ? 'Now it is your turn.' : 'On its way …');
    setTimeout(() => watch(picture), POLL);
    return;
  }
  picture.show(walk.steps.length - 1);
  say(walk.holds ? `Answered: ${walk.answer}.` : `Refused or broken off: ${walk.answer}.`);
  byId('rest').replaceChildren(
    h('p', { id: 'answer', class: walk.holds ? 'let-through' : 'refused' }, h('strong', {}, walk.answer)),
    h('div', { class: 'sheets' }, walk.tokens.map(sheet)),
    checkList(walk.checks.filter(({ id }) => !id.startsWith('V')), 'What was checked on the way') ?? '');
}

markPlace(here);
byId('typed').append(...FIELDS.map(field), h('datalist', { id: 'audiences' }, options(offered.audiences)));
byId('typed').addEventListener('submit', (event) => event.preventDefault());
byId('typed-application').value = 'web1';
byId('buttons').append(...offered.buttons.map(({ name, title }) => h('button', { 'data-grant': name, click: () => press(name) }, title)));
for (const name of views) {
  byId(`tab-${name}`).addEventListener('click', () => show(name));
  byId(`tab-${name}`).addEventListener('keydown', onTabKey);
}
byId('to-grants').addEventListener('click', () => show('grants'));
byId('back').addEventListener('click', () => show('configuration'));
