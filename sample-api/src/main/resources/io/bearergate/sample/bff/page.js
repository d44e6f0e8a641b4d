// The page of F09: it asks its own server who is here, and holds nothing but the answer.

const byId = (id) => document.getElementById(id);

function line(path, status, body, good) {
  const told = document.createElement('p');
  told.className = good ? 'let-through' : 'refused';
  told.dataset.path = path;
  const code = document.createElement('code');
  code.textContent = body;
  told.append(`GET ${path} ${status} `, code);
  return told;
}

async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  byId('answer').append(line(path, answer.status, await answer.text(), answer.ok));
  return answer.ok;
}

async function logOut() {
  await fetch('/logout', { method: 'POST', headers: { 'X-Requested-With': 'fetch' } });
  location.reload();
}

const known = await ask('/bff/me');
if (known) await ask('/bff/notes');
byId('go').hidden = known;
byId('leave').hidden = !known;
byId('leave').addEventListener('click', logOut);
const seen = document.cookie ? `the cookies “${document.cookie}”` : 'no cookie at all';
byId('status').textContent = known
  ? `The server knows you. A script on this page sees ${seen}.`
  : 'The server does not know you yet.';
