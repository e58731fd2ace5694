/** What people say in English of their tasks as a whole, or around a request. */
import type { Everyday } from "../everyday.ts";
import { pluralOf } from "./names.ts";
import { either, pattern, whole } from "./patterns.ts";

const i = "(?:i|we)";
/** How a reason begins; nothing of it is to be done. */
const reason = either(
  `${i}(?:'m| am|'re| are| feel| was| were| got| forgot| can'?t| cannot| can not| couldn'?t| don'?t| do not| didn'?t| won'?t| will not| haven'?t)(?!\\p{L})`,
  `${i}(?:'ve| have) (?:no|a (?:bad )?(?:headache|cold|fever|migraine)|the flu|too much|so much|a lot|other plans|not|been)(?!\\p{L})`,
  "(?:it|that|there|today|tomorrow|everything|work|something|he|she|they)(?:'s| is| was| came| got|'re| are)(?!\\p{L})",
  "(?:my|the|our) [^,;]+ (?:is|are|was|were|broke|got|came|has|have)(?!\\p{L})",
);
const why = String.raw`(?:[,;.!]\s*(?:because|since|as|cause|cuz)?|\s(?:because|since|cause|cuz))\s*`;
const list = "(?:lists?|projects?)";
const tasks = "(?:tasks|todos|to-dos|items|things)";
const place = "(?:sub(?:-| )?tasks?|child(?: task)?|part|step)";
const under = "(?:under|underneath|beneath|below)";
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const number = `(?:\\d{1,3}|${numbers.join("|")}|a dozen|a couple)`;
const countAhead = new RegExp(`^(?:an?|${number})\\s+(?=\\p{L})`, "iu");

export const everyday: Everyday = {
  asides: [
    pattern(
      String.raw`^(?<aside>${reason}[^.!;,]*?)(?:[,;.!]+\s*(?:so|then|therefore)?|\sso)\s+(?<request>\S.*)$`,
    ),
    pattern(String.raw`^(?<request>\S.*?)${why}(?<aside>${reason}[^,;]*)$`),
  ],
  aside_day: pattern(String.raw`(?<!\p{L})(?<day>today|tonight|tomorrow|this week|\p{L}+day)(?!\p{L})`),
  cannot: pattern(
    String.raw`^(?:${i} )?(?:(?:can'?t|cannot|can not|won'?t|will not|couldn'?t)(?: be able to)? (?:make it to|make|do|go to|get to|attend|finish|manage)|(?:didn'?t|did not|haven'?t|have not) (?:do|done|finish(?:ed)?|make it to|get to|manage)|forget(?: about)?(?=.*(?:today|tonight|tomorrow))) (?<title>\S.*?)[\s.!]*$`,
  ),
  later: pattern("^(?:please )?(?:push|postpone|delay|defer)(?!\\p{L})"),
  intends: [
    pattern(
      String.raw`^(?:ok(?:ay)?[,\s]+)?(?:${i}(?:'ll| will|'m going to| am going to| would rather|'d rather)|let'?s) (?<deed>\S.*)$`,
    ),
    pattern(String.raw`^(?<deed>\S.*?),? (?:instead|rather)[\s.!]*$`),
  ],
  gives: pattern(String.raw`^(?:make|set|have) (?:the|my) (?=\S)`),
  doing: pattern("^(?:do|finish|handle|tackle|work on|continue) (?:the |my |some )?"),

  below: [
    pattern(
      `^(?:please )?(?:make|turn|put|move) (?<what>(?!(?:an?|the|another|some) ${place})\\S.*?) (?:(?:in)?to |as )?(?:an? |the )?${place} (?:of|to|for|${under}) (?<parent>[^:]*?)[\\s.!?]*$`,
    ),
    pattern(
      `^(?:please )?(?:put|move|nest|stick|place) (?<what>\\S.*?) (?:${under}|inside) (?<parent>\\S.*?)[\\s.!?]*$`,
    ),
  ],
  swap: whole(
    "(?:please )?(?:swap|switch|exchange)(?: (?:the )?(?:dates?|days?|due dates?|order|places?)(?: of)?)? (?<one>\\S.*?) (?:and|with|for) (?<other>\\S.*?)(?: around)?",
  ),
  once: whole(
    "no (?!more |need |way |time )(?:the )?(?<title>[^,;.!?]+?) (?:today|tonight|tomorrow|this (?:time|week|month))",
  ),
  stop: whole(
    "(?:please )?(?:stop|quit|discontinue)(?: doing| taking| having)?(?: the| my| all)? (?<title>\\S.*?)",
  ),
  several: whole(
    `(?:(?:and|actually|no|sorry|wait|oh)[,\\s]+)*(?:make|let'?s make) (?<pointer>it|that) (?<count>${number})(?: of (?:it|them|those))?(?: please)?`,
  ),
  counted(title, count) {
    const bare = title.replace(countAhead, "");
    if (bare === title) return `${title} (${count})`;
    const wasOne = /^(?:an?|one|1)\s/iu.test(title);
    const isOne = count === "1" || count.toLowerCase() === "one";
    return `${count} ${wasOne && !isOne ? pluralOf(bare) : bare}`;
  },

  missing: whole(
    `(?:oh[,\\s]+)?${i}(?:'m| am|'re| are) (?:almost |nearly |running )?out of (?:the )?(?!(?:town|office|time|here|order)(?!\\p{L}))(?<title>[^,;.!?]+?)`,
  ),

  plan: whole(
    "(?:please )?(?:help me )?(?:to )?(?:plan|organi[sz]e) (?:my )?(?<day>tomorrow|(?:the |this )?weekend|next week|\\p{L}+day(?<!birthday|holiday))(?: for me)?",
  ),
  week: whole(
    "(?:please )?(?:(?:help me )?(?:to )?plan|organi[sz]e|structure) (?:my|the|this|our) (?:coming |next )?week(?: for me)?",
    "(?:what(?:'s| is)|how(?:'s| is)) (?:my|the|this) week(?: look(?:ing)?)?(?: like)?",
    "how does (?:my|the|this) week look(?: like)?",
  ),
  day: whole(
    "(?:please )?(?:(?:help me )?(?:to )?plan|organi[sz]e|structure) (?:my|the|this) day(?: for me)?",
    "(?:please )?(?:plan|organi[sz]e) today(?: for me)?",
    "(?:what(?:'s| is)|how(?:'s| is)) (?:my|the) day(?: look(?:ing)?)?(?: like)?",
    "how does (?:my|the) day look(?: like)?",
    "(?:please )?(?:give me |show me )?(?:an? |the |my )?(?:summary|overview|briefing|recap)(?: of (?:my|the) (?:day|tasks))?",
    "(?:is there )?anything else (?:for |due |to do )?today",
    "how am i doing|where do (?:i|we) stand|brief me|what(?:'s| is) the plan(?: for today)?",
  ),
  first: whole(
    "(?:ok(?:ay)?[,\\s]+)?what (?:should|shall|do|must|can) (?:i|we) (?:do|start with|work on|tackle|begin with|focus on)(?: first| next| now)*",
    "(?:ok(?:ay)?[,\\s]+)?where (?:should|shall|do) (?:i|we) (?:start|begin)",
    "(?:ok(?:ay)?[,\\s]+)?what(?:'s| is)? (?:next|now|first|up next|the next (?:task|thing|one))(?: on my list)?",
    "(?:ok(?:ay)?[,\\s]+)?what else(?: is there)?(?: to do)?",
    "(?:the |my )?next (?:task|thing|one)(?: please)?",
    "what(?:'s| is) (?:the )?most (?:important|urgent|pressing)(?: (?:thing|task|one))?(?: (?:right )?now)?",
    "(?:what are|show(?: me)?) my (?:top )?priorities(?: (?:right )?now)?",
    "(?:is there )?anything else(?: (?:to do|on my list))?",
    "(?:please )?(?:help me )?prioriti[sz]e(?: (?:my (?:tasks|day|list)|for me))?",
  ),
  counts: whole(
    `how many (?:open |pending )?${tasks} (?:are |do i have |are there )*(?:in|on|per) (?:each|every|all(?: of)?(?: my| the)?)(?: ${list})?`,
    `how many (?:open |pending )?${tasks} (?:does|do|has|have) (?:each|every|all(?: my)?) ${list} (?:have|got|contain)`,
    `(?:show (?:me )?)?(?:the )?(?:number|count) of ${tasks} (?:in|per|by) (?:each |every )?${list}`,
    `${tasks} per ${list}`,
  ),
  fullest: whole(
    `(?:which|what) ${list} (?:has|have|contains?|holds?) (?:the )?most(?: (?:open |pending )?${tasks})?(?: in it| on it)?`,
    `(?:which|what)(?: is|'s)? (?:the |my )?(?:${list} is (?:the )?)?(?:longest|biggest|fullest|busiest|largest)(?: ${list})?`,
  ),
  emptiest: whole(
    `(?:which|what) ${list} (?:has|have|contains?|holds?) (?:the )?(?:fewest|least)(?: (?:open |pending )?${tasks})?(?: in it| on it)?`,
    `(?:which|what)(?: is|'s)? (?:the |my )?(?:${list} is (?:the )?)?(?:shortest|smallest|emptiest)(?: ${list})?`,
  ),

  question: pattern("^(?:and )?(?:what|where|when|who|which|whom)(?:'?s| is|'re| are|(?!\\p{L}))"),
  noise: new Set(
    `what whats where wheres when whens who whos which whom is are was were am s re do does did don t should shall must
    can could will would have has had had got i we you me my our us the a an to in on at for of with about and any all
    there it that this still yet left need needed want needs going go get supposed be been due done list lists task
    tasks things thing stuff next please now exactly again put plan planned today`.split(/\s+/u),
  ),
};
