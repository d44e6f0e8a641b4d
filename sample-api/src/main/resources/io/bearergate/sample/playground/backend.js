// The playground's own back end: who we are to it, and orders that only our pages can give.

let known;

/** What the page has to know: the flows, the users, and the word our orders carry. */
export function session() {
  known ??= fetch('/playground/api/session').then((answer) => answer.json());
  return known;
}

/** The walk of this session, or undefined before there is one. */
export async function currentWalk() {
  const answer = await fetch('/playground/api/walk');
  return answer.ok ? answer.json() : undefined;
}

/** Asks for something to be done; throws what the back end says if it is not. */
export async function order(path, wish, method = 'POST') {
  const { pageWord } = await session();
  const answer = await fetch(`/playground/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Page-Word': pageWord },
    body: JSON.stringify(wish ?? {}),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.title);
  return told;
}
