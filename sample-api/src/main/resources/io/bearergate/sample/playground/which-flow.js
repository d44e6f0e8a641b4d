// The questions, one below the other; changing an earlier answer asks anew what follows from it.

import { session } from './backend.js';
import { decide } from './decision.js';
import { FLOWS } from './flows.js';
import { byId, h, markPlace } from './page.js';

const YES_NO = [[true, 'Yes'], [false, 'No']];
const QUESTIONS = {
  hasUser: ['Is there a user?', 'No: the client acts for itself, like a nightly import.', YES_NO],
  canKeepSecret: ['Can the application keep a secret?', 'On a server of yours it can; in a phone, a page or a download it cannot.', YES_NO],
  appType: ['Where does the application run?', '', [['server', 'On a server, with pages for a browser'], ['spa', 'In the browser: a single-page application'], ['native', 'On a phone or desktop'], ['other', 'Elsewhere']]],
  redirectPossible: ['Can its user be redirected to a browser page to log in?', '', YES_NO],
  sensitiveRequest: ['Does the request carry sensitive or transactional data?', 'Such as an amount and an account.', YES_NO],
  protection: ['What does the request need?', '', [['signed', 'That nobody changes it'], ['private', 'That nobody reads it'], ['both', 'Both']]],
  fineGrained: ['Shall the user agree to exactly this operation?', '', YES_NO],
  hiddenClaims: ['Must the token’s content be hidden from the client?', '', YES_NO],
  idTokenFirst: ['Is the user’s identity needed at once, and the API only later?', '', YES_NO],
  needsAccessToken: ['Does it call an API?', 'No: it only wants to know who the user is.', YES_NO],
  trusted: ['Is it absolutely trusted with users’ passwords?', '', YES_NO],
  firstParty: ['Is it your own application?', 'Of the same company as the authorization server.', YES_NO],
  decoupled: ['Must the user agree on another device?', 'As when a call centre asks.', YES_NO],
  inputConstrained: ['Is typing hard there, or is there no browser?', 'A television, a command line.', YES_NO],
  sameDomainBackend: ['Does the page speak only to its own server, on the same domain?', '', YES_NO],
  severalApis: ['Does it call several APIs?', '', YES_NO],
};

const answers = {};

function question(name) {
  const [text, hint, choices] = QUESTIONS[name];
  return h('fieldset', { 'data-question': name },
    h('legend', {}, text), hint ? h('p', { class: 'hint' }, hint) : '',
    h('div', { class: 'choices' }, choices.map(([value, label]) => h('label', {},
      h('input', { type: 'radio', name, value: String(value), checked: answers[name] === value, change: () => answer(name, value) }),
      h('span', {}, label)))));
}

function answer(name, value) {
  const { asked } = decide(answers);
  asked.slice(asked.indexOf(name) + 1).forEach((later) => asked.includes(name) && delete answers[later]);
  answers[name] = value;
  draw();
}

function outcome({ flows, refuse }) {
  if (refuse) return [h('h2', {}, 'None of them'), h('p', { class: 'refused' }, refuse)];
  if (!flows) return [];
  return [h('h2', {}, flows.length > 1 ? 'Use these together' : 'Use this'),
    h('ul', { class: 'flows' }, flows.map((id) => h('li', { class: 'flow', 'data-flow': id },
      h('span', { class: 'number' }, id),
      h('div', {}, h('h3', {}, h('a', { href: `/#${id}` }, FLOWS[id][0])),
        h('p', {}, id === 'F16' ? 'Once for each audience: a token of its own for each API.' : FLOWS[id][1])))))];
}

function draw() {
  const { asked, next, ...result } = decide(answers);
  const wanted = [...asked, ...(next ? [next] : [])];
  const form = byId('questions');
  const kept = [...form.children].findIndex((set, i) => set.dataset.question !== wanted[i]);
  [...form.children].slice(kept < 0 ? wanted.length : kept).forEach((set) => set.remove());
  wanted.slice(form.children.length).forEach((name) => form.append(question(name)));
  byId('result').replaceChildren(...outcome(result));
}

markPlace(await session());
draw();
