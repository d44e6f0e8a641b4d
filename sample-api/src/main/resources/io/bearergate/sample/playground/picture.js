// The sequence picture: a lifeline for each party, a row for each exchange, details beside it.

import { h } from './page.js';
import { exchange, PARTIES } from './wire.js';

const ORDER = ['browser', 'device', 'client', 'issuer', 'api'];

/** The parties that took part, from left to right. */
export function partiesOf(steps) {
  return ORDER.filter((party) => steps.some((step) => step.from === party || step.to === party));
}

const LONGEST_PATH = 20;

function shortLine(line) {
  const [method, target] = line.split(' ');
  try {
    const { pathname } = new URL(target);
    return `${method} ${pathname.length > LONGEST_PATH ? `…${pathname.slice(pathname.lastIndexOf('/'))}` : pathname}`;
  } catch {
    return line;
  }
}

function statusClass(line) {
  if (Number.isNaN(Number(line))) return 'unseen';
  return Number(line) < 400 ? 'good' : 'bad';
}

function arrow(step, parties) {
  const [from, to] = [parties.indexOf(step.from), parties.indexOf(step.to)];
  const lane = 100 / parties.length;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const place = h('span', { class: `arrow ${from < to ? 'rightward' : 'leftward'} from-${step.from}`, 'aria-hidden': 'true' });
  place.style.left = `${(low + 0.5) * lane}%`;
  place.style.width = `${(high - low) * lane}%`;
  const label = h('span', { class: 'label', 'aria-hidden': 'true' },
    h('span', { class: 'what' }, shortLine(step.request.line)),
    h('span', { class: `status ${statusClass(step.response.line)}` }, step.response.line));
  const middle = (low + high + 1) / 2 * lane;
  if (middle > 50) {
    label.style.right = `${100 - (high + 0.5) * lane}%`;
  } else {
    label.style.left = `${(low + 0.5) * lane}%`;
  }
  return [label, place];
}

/** Draws into {@code place}; the step that was looked at stays, unless there is a new last one. */
export class Picture {
  #place; #list; #detail; #heads; #lines; #count; #steps = []; #chosen = -1; #parties = '';

  constructor(place) {
    this.#place = place;
    this.#heads = h('div', { class: 'heads', 'aria-hidden': 'true' });
    this.#lines = h('div', { class: 'lines', 'aria-hidden': 'true' });
    this.#list = h('ol', { class: 'steps', keydown: (event) => this.#onKey(event) });
    this.#count = h('span', { class: 'count' });
    this.#detail = h('div', { class: 'detail', id: 'detail', 'aria-live': 'polite' });
    place.append(
      h('div', { class: 'drawing' }, this.#heads, h('div', { class: 'lanes' }, this.#lines, this.#list)),
      h('div', { class: 'beside' },
        h('div', { class: 'pager' },
          h('button', { click: () => this.show(this.#chosen - 1) }, '← Back'),
          this.#count,
          h('button', { click: () => this.show(this.#chosen + 1) }, 'Next →')),
        this.#detail));
  }

  /** Draws what is new of these steps. */
  draw(steps) {
    const parties = partiesOf(steps);
    const anew = parties.join() !== this.#parties;
    if (anew) this.#redraw(parties);
    this.#place.hidden = steps.length === 0;
    for (let i = this.#list.children.length; i < steps.length; i++) this.#list.append(this.#row(steps[i], i, parties));
    this.#steps = steps;
    if (anew) this.show(Math.max(this.#chosen, 0));
    this.#tell();
  }

  show(index) {
    if (index < 0 || index >= this.#steps.length) return;
    this.#chosen = index;
    [...this.#list.children].forEach((item, i) => {
      const button = item.firstElementChild;
      button.setAttribute('aria-current', i === index ? 'step' : 'false');
      button.tabIndex = i === index ? 0 : -1;
    });
    this.#detail.replaceChildren(h('h3', {}, `Step ${index + 1}`), ...exchange(this.#steps[index]));
    this.#tell();
  }

  #tell() {
    this.#count.textContent = `${this.#chosen + 1} of ${this.#steps.length}`;
  }

  #redraw(parties) {
    this.#parties = parties.join();
    this.#list.replaceChildren();
    this.#heads.replaceChildren(...parties.map((party) => h('span', { class: party }, PARTIES[party])));
    this.#lines.replaceChildren(...parties.map((party) => h('span', { class: party })));
  }

  #row(step, index, parties) {
    const label = `Step ${index + 1}: ${PARTIES[step.from]} to ${PARTIES[step.to]}, ${shortLine(step.request.line)}, answered ${step.response.line}`;
    return h('li', {}, h('button', {
      class: 'step', type: 'button', 'aria-label': label, 'aria-controls': 'detail', tabindex: '-1', click: () => this.show(index),
    }, h('span', { class: 'ordinal', 'aria-hidden': 'true' }, String(index + 1)), arrow(step, parties)));
  }

  #onKey(event) {
    const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    this.show(this.#chosen + move);
    this.#list.children[this.#chosen].firstElementChild.focus();
  }
}
