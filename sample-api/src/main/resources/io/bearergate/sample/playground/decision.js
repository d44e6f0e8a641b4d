// Which flow fits, as the questions of the flow specifications §5, in their order. Nothing here
// knows the page: a question is asked by yielding its name, and the answer comes back.

const use = (...flows) => ({ flows });
const refuse = (reason) => ({ refuse: reason });

function* sensitive() {
  const protection = yield 'protection';
  const flows = { signed: ['F04'], private: ['F03'], both: ['F05'] }[protection];
  const fine = (yield 'fineGrained') ? ['F06'] : [];
  const hidden = (yield 'hiddenClaims') ? ['F07'] : [];
  return use(...flows, ...fine, ...hidden);
}

function* onServer() {
  if (yield 'sensitiveRequest') return yield* sensitive();
  if (yield 'idTokenFirst') return use('F10');
  if (!(yield 'needsAccessToken') && !(yield 'canKeepSecret')) return use('F08');
  return use('F01');
}

function* inPage() {
  if (yield 'needsAccessToken') return use('F02', 'F15');
  return (yield 'sameDomainBackend') ? use('F09') : use('F08');
}

function* mayTakePasswords() {
  return (yield 'trusted') && (yield 'firstParty') && !(yield 'decoupled') && !(yield 'inputConstrained');
}

function* one() {
  if (!(yield 'hasUser')) {
    return (yield 'canKeepSecret') ? use('F11')
      : refuse('Without a user, all there is to trust is the client, and this one can keep no secret.');
  }
  const type = yield 'appType';
  const redirect = yield 'redirectPossible';
  if (type === 'server' && redirect) return yield* onServer();
  if (!redirect && (yield* mayTakePasswords())) return use('F13');
  if (type === 'spa') return yield* inPage();
  if (type === 'native' && !(yield 'inputConstrained')) return use('F02');
  if (yield 'inputConstrained') return use('F12');
  if (!(yield 'decoupled')) {
    return refuse('Passwords may be typed into nothing but the authorization server, or an absolutely trusted application of your own. Let users be redirected.');
  }
  if ((yield 'canKeepSecret') && (yield 'firstParty')) return use('F14');
  return refuse('Asking on another device is for your own applications that can keep a secret.');
}

function* all() {
  const chosen = yield* one();
  if (chosen.refuse) return chosen;
  return (yield 'severalApis') ? use(...chosen.flows, 'F16') : chosen;
}

/**
 * Goes through the questions with the answers there are.
 *
 * @returns the questions asked so far, and either the next one or what came out:
 *   {asked, next} | {asked, flows} | {asked, refuse}
 */
export function decide(answers) {
  const asked = [];
  const asking = all();
  let step = asking.next();
  while (!step.done) {
    const question = step.value;
    if (!(question in answers)) return { asked, next: question };
    if (!asked.includes(question)) asked.push(question);
    step = asking.next(answers[question]);
  }
  return { asked, ...step.value };
}
