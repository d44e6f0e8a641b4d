// What each documented flow is for, in a sentence. Which of them can be walked, the back end says.

export const GROUPS = [
  ['A user at a browser', ['F01', 'F02', 'F08', 'F09', 'F10']],
  ['More care for the request and the token', ['F03', 'F04', 'F05', 'F06', 'F07']],
  ['No user at all', ['F11']],
  ['A user, but no browser here', ['F12', 'F13', 'F14']],
  ['Once there is a token', ['F15', 'F16', 'F17', 'F18']],
];

export const FLOWS = {
  F01: ['Authorization code', 'A web application on a server. The token never passes through the browser.'],
  F02: ['Authorization code with PKCE', 'A phone, desktop or browser application, which can keep no secret.'],
  F03: ['Pushed request (PAR)', 'The request goes ahead by the back channel; the browser carries only a reference.'],
  F04: ['Signed request (JAR)', 'The request is signed, so nobody on the way can change it.'],
  F05: ['Pushed and signed', 'Both: nobody on the way can read the request or change it.'],
  F06: ['Rich request (RAR)', 'The user agrees to one transfer of one amount, not to “payments”.'],
  F07: ['Encrypted token (JWE)', 'Only the API can read what the token says.'],
  F08: ['Form post', 'Sign-in only: the ID token arrives by a form, no secret, no API.'],
  F09: ['Single-page application with cookies', 'A page and its own server: the tokens stay on the server.'],
  F10: ['Hybrid', 'The ID token at once, access and refresh tokens later.'],
  F11: ['Client credentials', 'A job or service acts for itself. There is no user.'],
  F12: ['Device', 'A television or command line: the user agrees on another device.'],
  F13: ['Resource owner password', 'Only for your own old application that cannot redirect. Avoid it.'],
  F14: ['Backchannel (CIBA)', 'A call centre asks, the user agrees on the phone.'],
  F15: ['Refresh with rotation', 'Fresh tokens without a new login; a stolen refresh token gives itself away.'],
  F16: ['Several APIs', 'One login, one token for each API, and none opens the other.'],
  F17: ['Try the endpoints', 'One request at a time, before you write a line.'],
  F18: ['Application credentials', 'Secret, key or certificate: how a client proves who it is.'],
};

/** Why a flow is not walked on our pages. */
export const OWN_PAGE = 'Its client is a page with a server of its own, whose cookie only that page’s browser sends: log in over there.';

/** The title of a flow, also of one not described here. */
export const title = ({ id, name }) => FLOWS[id]?.[0] ?? name;
