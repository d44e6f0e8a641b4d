// Building pages from text: whatever is inserted is text, never markup.

/** An element with these attributes (functions become listeners) and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Says what is going on, to eyes and to screen readers. */
export function say(text) {
  if (byId('status').textContent !== text) byId('status').textContent = text;
}

/** Marks where we are in the navigation, and hides what is switched off. */
export function markPlace(session) {
  for (const link of document.querySelectorAll('header nav a')) {
    if (link.pathname === location.pathname && !link.hash) link.setAttribute('aria-current', 'page');
    if (link.pathname === '/debugger' && !session.debugger) link.remove();
  }
}
