import { order, session } from './backend.js';
import { FLOWS, GROUPS, OWN_PAGE, title } from './flows.js';
import { byId, h, markPlace, say } from './page.js';

async function walk(flow, by) {
  say(`Setting out: ${title(flow)} …`);
  try {
    await order('walk', { flow: flow.name, by });
    location.assign('/playground/walk');
  } catch (refusal) {
    say(`That did not start: ${refusal.message}.`);
  }
}

function row(flow) {
  const button = (text, by, look) => h('button', { class: look, 'aria-label': `${text}: ${title(flow)}`, click: () => walk(flow, by) }, text);
  return h('li', { id: flow.id, class: 'flow' },
    h('span', { class: 'number' }, flow.id),
    h('div', {},
      h('h4', {}, title(flow)),
      h('p', {}, FLOWS[flow.id]?.[1] ?? ''),
      flow.page ? h('p', {}, OWN_PAGE) : ''),
    h('div', { class: 'acts' },
      flow.inBrowser ? button('Walk it in this browser', 'browser', 'primary') : '',
      flow.page ? h('a', { class: 'button primary', href: flow.page, target: '_blank', rel: 'noopener noreferrer' }, 'Open its own page') : '',
      button('Walk it for me', 'script')));
}

function group(name, flows) {
  return h('section', {}, h('h3', {}, name), h('ul', { class: 'flows' }, flows.map(row)));
}

const here = await session();
markPlace(here);
const listed = new Set(GROUPS.flatMap(([, ids]) => ids));
const groups = [...GROUPS.map(([name, ids]) => [name, here.flows.filter((flow) => ids.includes(flow.id))]),
  ['More', here.flows.filter((flow) => !listed.has(flow.id))]];
byId('list').append(...groups.filter(([, flows]) => flows.length).map(([name, flows]) => group(name, flows)));
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
