// One walk: drawn while it goes on, explained when it is done, and then broken on purpose.

import { currentWalk, order, session } from './backend.js';
import { FLOWS, title } from './flows.js';
import { byId, h, markPlace, say } from './page.js';
import { partiesOf, Picture } from './picture.js';
import { checkList, sheet } from './sheets.js';
import { exchange, whoSawWhat } from './wire.js';

const POLL = 350;
const here = await session();
const picture = new Picture(byId('picture'));

async function again(flow, by) {
  await order('walk', { flow: flow.name, by });
  location.reload();
}

function head({ flow, by }) {
  const other = by === 'browser' ? ['script', 'Walk it for me'] : ['browser', 'Walk it in this browser'];
  const both = here.flows.find(({ id }) => id === flow.id)?.inBrowser;
  byId('head').replaceChildren(
    h('p', { class: 'crumb' }, h('a', { href: '/#flows' }, 'All flows'), ` / ${flow.id}`),
    h('h1', {}, title(flow)),
    h('p', { class: 'lead' }, FLOWS[flow.id]?.[1] ?? ''),
    h('p', { class: 'acts' },
      h('button', { click: () => again(flow, by) }, 'Once more'),
      both ? h('button', { click: () => again(flow, other[0]) }, other[1]) : ''));
  document.title = `${title(flow)} · Bearergate`;
}

function elsewhere(link) {
  return h('section', { class: 'turn', 'aria-labelledby': 'turn-title' },
    h('h2', { id: 'turn-title' }, 'Your turn, on another device'),
    h('p', {}, 'The client goes on asking until you have agreed. Let another tab be the telephone, and log in there as one of these:'),
    accounts(),
    h('p', { class: 'acts' },
      h('a', { id: 'approve', class: 'button primary', href: link, target: '_blank', rel: 'noopener noreferrer' }, 'Open the link'),
      h('button', { click: callOff }, 'Call it off')));
}

function accounts() {
  return h('dl', { class: 'accounts' }, here.accounts.flatMap(({ username, password }) => [
    h('dt', {}, username), h('dd', {}, h('code', {}, password))]));
}

function yourTurn(walk) {
  if (walk.approval && !walk.done) {
    if (!byId('approve')) byId('turn').replaceChildren(elsewhere(walk.approval));
    return;
  }
  if (!walk.destination) {
    byId('turn').replaceChildren();
    return;
  }
  if (byId('go')) return;
  byId('turn').replaceChildren(h('section', { class: 'turn', 'aria-labelledby': 'turn-title' },
    h('h2', { id: 'turn-title' }, 'Your turn'),
    h('p', {}, 'The client sends your browser to the authorization server. Log in there as one of these, and say what you allow:'),
    accounts(),
    h('p', { class: 'acts' },
      h('a', { id: 'go', class: 'button primary', href: walk.destination }, 'Go and log in'),
      h('button', { click: callOff }, 'Call it off'))));
  byId('go').focus();
}

async function callOff() {
  await order('walk', {}, 'DELETE');
  location.assign('/#flows');
}

async function breakIt(name, button, place) {
  button.disabled = true;
  try {
    const { steps, said } = await order('break', { name });
    place.replaceChildren(h('h3', {}, button.textContent), said ? h('p', { class: 'refused' }, said) : '',
      ...steps.flatMap((step) => [refusal(step), ...exchange(step)]));
    place.scrollIntoView({ block: 'nearest' });
  } finally {
    button.disabled = false;
  }
}

function refusal({ response }) {
  const challenge = response.headers.filter((header) => /^www-authenticate:/i.test(header));
  return h('p', { class: Number(response.line) < 400 ? 'let-through' : 'refused' },
    h('strong', {}, response.line), ' ', challenge.map((line) => h('code', {}, line)), challenge.length ? '' : response.body);
}

function breaks(list) {
  if (!list.length) return '';
  const place = h('div', { id: 'broken', class: 'broken', 'aria-live': 'polite' });
  return h('section', { 'aria-labelledby': 'break-title' },
    h('h2', { id: 'break-title' }, 'Break it on purpose'),
    h('p', {}, 'Each does one thing wrong, for real, and shows the exact answer.'),
    h('p', { class: 'acts' }, list.map(({ name, title: text }) => {
      const button = h('button', { 'data-break': name, click: () => breakIt(name, button, place) }, text);
      return button;
    })), place);
}

function answer(walk) {
  const last = walk.steps.filter((step) => step.to === 'api').at(-1);
  const refused = walk.holds && Number(walk.answer.split(' ').at(-1)) >= 400;
  const title = refused ? 'It was refused, as it has to be' : 'It went through';
  return h('section', { class: 'answer', 'aria-labelledby': 'answer-title' },
    h('h2', { id: 'answer-title' }, walk.holds ? title : 'It was broken off'),
    h('p', { class: walk.holds ? 'let-through' : 'refused', id: 'answer' }, h('strong', {}, walk.answer)),
    refused ? h('p', {}, 'The login is done. Then the client did what no client may: it showed the ID token to the API, which took it for nothing.') : '',
    walk.holds ? h('p', {}, `The token: ${walk.token}.`) : '',
    last?.response.body ? h('pre', { class: 'wire', tabindex: '0' }, last.response.body) : '');
}

function ending(walk) {
  const mine = walk.checks.filter(({ id }) => !id.startsWith('V'));
  byId('rest').replaceChildren(
    answer(walk),
    h('section', { 'aria-labelledby': 'tokens-title' },
      h('h2', { id: 'tokens-title' }, walk.tokens.length ? 'What it was issued' : 'What was checked'),
      h('div', { class: 'sheets' }, walk.tokens.map(sheet)),
      checkList(mine, 'What the client checked on its way') ?? ''),
    h('section', {}, whoSawWhat(walk.steps, partiesOf(walk.steps)) ?? ''),
    breaks(walk.breaks));
}

function tell(walk) {
  const { length } = walk.steps;
  if (walk.done) say(walk.holds ? `Done: ${walk.answer}, ${length} steps.` : `Broken off: ${walk.answer}.`);
  else if (walk.approval) say(`Step ${length} is done. The client is waiting for you.`);
  else if (walk.destination) say(`Step ${length} is done. Now it is your turn.`);
  else say(`On its way: step ${length} …`);
}

async function watch() {
  const walk = await currentWalk();
  if (!walk) {
    say('There is no walk yet. Choose a flow first.');
    return;
  }
  if (!byId('head').children.length) head(walk);
  picture.draw(walk.steps);
  yourTurn(walk);
  tell(walk);
  if (walk.done) ending(walk);
  else setTimeout(watch, POLL);
}

markPlace(here);
await watch();
