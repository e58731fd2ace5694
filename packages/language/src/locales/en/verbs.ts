/** Verbs that to-dos begin with, and the way back from "watered" to "water". */

const line = (text: string) => text.trim().split(/\s+/u);

export const verbs = new Set(
  line(`
  accept activate add adjust align analyse analyze announce answer apply appoint apologise apologize arrange ask
  assemble assess assign attach attend back backup bake balance bathe begin bleach book borrow bring brush build buy
  call cancel capture catch celebrate change charge check choose circulate clean clear climb close collect
  compare compile complete confirm congratulate contact cook copy create cut dance debug declutter decide decorate
  defrost deliver deploy deposit design discuss do donate download draft drain draw drink drive drop dry dust eat
  edit email empty enroll enrol enter exchange exercise explain extend feed fetch file fill finalise finalize find finish
  fix fly fold follow format forward freeze fry gather get give go grab groom grill hang harvest have help hire hoover host
  inform inspect install install invest investigate invite invoice iron join jog keep knit learn leave lend list
  lock look mail make measure meet meditate mend merge message migrate mop move mow negotiate notify offer oil open
  order organise organize pack paint park pay phone photograph pick ping plan plant play polish post practice practise
  prepare present print process proofread prune publish pull pump purchase push put query quit rake read rebook recharge
  record recycle redeem refactor refill register release relax renew rent repair repay replace reply report
  request research reserve resolve respond restock retrieve return review revise rewrite ring rinse run save scan schedule
  scrub see sell send service set sew share shave ship shop shovel show sign skype sketch sort speak start stock stop
  store stretch study submit subscribe sweep swim take talk teach tell test text thank throw tidy top track train
  transfer translate trim try turn tweet unblock unclog unpack unsubscribe update upgrade upload use vacuum validate
  verify view visit volunteer walk wash watch water wax weed weigh wipe withdraw work wrap write zoom
`),
);

const irregular: Record<string, string> = {
  ate: "eat",
  booked: "book",
  bought: "buy",
  brought: "bring",
  built: "build",
  caught: "catch",
  chose: "choose",
  chosen: "choose",
  cut: "cut",
  did: "do",
  done: "do",
  drank: "drink",
  drawn: "draw",
  drew: "draw",
  driven: "drive",
  drove: "drive",
  eaten: "eat",
  fed: "feed",
  found: "find",
  gave: "give",
  given: "give",
  gone: "go",
  got: "get",
  gotten: "get",
  held: "hold",
  hung: "hang",
  kept: "keep",
  left: "leave",
  lent: "lend",
  made: "make",
  met: "meet",
  paid: "pay",
  put: "put",
  ran: "run",
  read: "read",
  rung: "ring",
  rang: "ring",
  said: "say",
  saw: "see",
  seen: "see",
  sent: "send",
  set: "set",
  sold: "sell",
  spoke: "speak",
  spoken: "speak",
  swept: "sweep",
  swum: "swim",
  taken: "take",
  taught: "teach",
  thrown: "throw",
  threw: "throw",
  told: "tell",
  took: "take",
  went: "go",
  withdrew: "withdraw",
  wrote: "write",
  written: "write",
};

/** Nothing when the word isn't the past of a verb we know. */
export function infinitiveOf(word: string): string | undefined {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined;
  if (known || !word.endsWith("ed") || word.length < 4) return known;
  const stem = word.slice(0, -2);
  const candidates = [stem, `${stem}e`, stem.replace(/i$/u, "y"), stem.replace(/(.)\1$/u, "$1")];
  return candidates.find((candidate) => verbs.has(candidate));
}

/** What people ask of us and to-dos seldom begin with. */
const commands = new Set(
  line(`
  delete remove mark rename reschedule postpone delay shift restore reopen undo tag label uncheck tick remind
  snooze flag erase reorder prioritise prioritize
`),
);

/** "adding" → "add", "moving" → "move", "putting" → "put"; nothing for "string". */
export function imperativeOf(word: string): string | undefined {
  if (!/[aeiouy].*ing$/u.test(word) || word.length < 5) return undefined;
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.replace(/(.)\1$/u, "$1")].find(
    (candidate) => verbs.has(candidate) || commands.has(candidate),
  );
}
