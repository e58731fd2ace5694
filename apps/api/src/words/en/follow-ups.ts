/** How English leans on what was said before. */
import type { FollowUps } from "../follow-ups.ts";
import { everyday } from "./everyday.ts";
import { either, pattern, whole } from "./patterns.ts";

const those = "(?:it|them|those|these|that|this)";
const all = "(?:all|everything|every (?:one|task)|(?:my|the) tasks|them|those)";
const without = "(?:but not|except(?: for)?|apart from|other than)";
/** “oh”, “no, wait”, before what is meant. */
const oh = String.raw`(?:(?:oh|ok|okay|yes|yeah|no|nope|oops|wait|sorry|hmm?|actually|but|hold on|my mistake|i mean|i meant)[,.!\s]+)`;
const isNot = either(
  "(?:it|that|that one)(?: isn'?t|'s not| is not| wasn'?t| was not)",
  "they(?: aren'?t|'re not| are not)",
  "(?:i|we) (?:haven'?t|didn'?t)",
  "not",
);
/** Behind “the rest”, so that “the rest day” isn't meant. */
const behind = either(
  "to|too|till|until|for|on|in|by|at|off|back|up|as|are|is|can|could|should|may|with|a|an|and|then",
  String.raw`next|this|also|later|now|please|done|urgent|high|low|today|tonight|tomorrow|\p{L}+day`,
);
const end = String.raw`(?=\s*(?:$|[.,!?;:])| ${behind}(?![\p{L}’]))`;

export const followUps: FollowUps = {
  ...everyday,

  besides: [
    pattern(String.raw`^(?:(?:oh|ok|okay|yes|yeah)[,\s]+)*(?:(?:and|plus|also)[,\s]+(?:then )?)+`),
    pattern(" also(?= (?:add|put|note) )"),
    pattern(String.raw`(?<=^(?:please )?add) also(?=\s)`),
    pattern("^(?:one|another(?: one)?) (?:to|for) "),
    pattern(String.raw`[,\s]+(?:too|also|as well)(?=(?:,? please)?[\s.!?]*$)`),
  ],
  same_place: pattern(
    String.raw` (?:(?:on|to|in|into|under|below) (?:it|there|(?:that|this|the same)(?: (?:list|task|one))?)|there)(?=[\s.!?]*$)`,
  ),
  puts: pattern("^(?:please )?(?:put|stick|throw) "),
  own_tasks: pattern(
    String.raw`\b(?:to|on|in|into) (?:my|the) (?:tasks?|to-?dos?|list|inbox|(?:tasks?|to-?do) list)\b`,
  ),
  clause: pattern(
    `^${either(
      "(?:i|we|you|he|she|it|they|that|there|what)(?:'\\w+)?|me|us|its|this|them|those|these",
      "why|who|how|when|where|which|is|are|was|am|do|does|did|don'?t|should|would|will|shall|has|have",
      "(?:can|could)(?! (?:you|i|we)(?: please)? (?:add|put|note) )",
      "not?|nope|yes|yeah|ok|okay|good|great|nice|cool|fine|right|sure|same|then|so|now|never|nothing",
      "thanks?|sorry|please",
    )}(?![\\p{L}-])`,
  ),
  add: (things) => (/^(?:please\s+)?add\s/iu.test(things) ? things : `add ${things}`),

  rest: pattern(
    String.raw`(?<!["“‘\p{L}])${either(
      `(?:all )?(?:the|those) ${either(
        "others",
        "(?:other|remaining) (?:ones|tasks|two|three|four|five)",
        "ones left",
        `rest of (?:${those}|the (?:tasks|list))`,
        `(?:rest|remaining|remainder)${end}`,
      )}`,
      "everything else",
      "whatever is left",
      `others${end}`,
    )}(?: of ${those})?(?!\p{L})`,
  ),
  those: "those",
  moved: pattern(
    `^(?:(?:and|but|then|so) )*(?<what>${either(
      `(?:${those}|both|all of them|(?:that|this) one)`,
      "(?:#?\\d+|the (?:first|second|third|fourth|fifth|last)(?: (?:ones?|two|three))?)(?= (?:to|on|until|till|can|could|should) )",
    )}) (?:(?:can|could|should|may) (?:wait|go|be|move|be moved) )?(?:(?:to|on|for|till|until) )?(?<when>\\S.*)$`,
  ),
  move: (what, when) => `move ${what} to ${when}`,
  look: whole(
    "(?:and )?(?:(?:what|how) about|what (?:is|are)|show(?: me)?|list|read) those(?: (?:again|then))?",
  ),

  points: pattern(
    `^${either(
      "it|that|this|them|those|these|they|others|the same|not?|and|or|but|then|so",
      "(?:the |that |this )(?:other |same )?(?:one|task)|(?:that|this|those|these|other|same|remaining) ones?",
      "(?:the )?(?:first|second|third|fourth|fifth|last|previous)(?: (?:ones?|two|three|tasks?))?",
      "(?:all|both|some|one|none)(?: of (?:them|those|these))?",
    )}$`,
  ),
  take: whole(
    String.raw`(?:yes[,\s]+)?(?:please )?(?:add|note|do)(?: (?:(?:that|this|the other) one|${those}|both|all|others))?(?: (?:please|then))?`,
  ),

  same: whole(
    String.raw`(?:(?:and|please) )*(?:do )?(?:the )?same (?:thing )?(?:for|with|to|goes for) (?<title>\S.*?)`,
  ),
  instead: pattern(String.raw`^(?:no[,\s]+)?not [^,;]+[,;]\s*(?:but )?(?<right>\S.*)$`),
  otherwise: whole(`${oh}*i mean(?:t)? (?!to ).*`, "oops|whoops"),
  rather: pattern(`^${oh}`),
  elsewhere: whole(String.raw`(?:${oh}+|(?:and )?back )(?:to|on|in|into) (?<place>\S.*?)`),
  whither: whole(String.raw`(?:and )?(?:to|in|into|on|until|till|for) (?<place>\S.*?)`),
  moveTo: (place, several) => `move ${several ? "them" : "it"} to ${place}`,
  but: whole(
    String.raw`(?<deed>.*(?<!\p{L})${all}(?:(?=[,\s]+but\s)|.*?(?=[,\s]+${without}\s)))[,\s]+(?:but(?: not)?|${without}) (?<kept>\S.*?)(?<to> (?:to|on|as|until|in) \S.*?)?`,
  ),
  keep: pattern(
    String.raw`^(?:please )?(?:keep|leave) (?<kept>\S.*?)(?:\s*,\s*| )(?:and|but) (?<deed>\S.*)$`,
  ),

  further: whole(String.raw`(?<lead>(?:(?:and|or|what about|how about) )+)?(?:on )?(?<day>\S.*?)`),
  ask: (day) => `what about ${day}?`,
  show: whole(
    "(?:please )?(?:(?:show|give|tell|read)(?: me)?|open|see|view|what (?:is|was)) (?:it|the task|(?:that|this) (?:one|task))(?: again)?(?: please)?",
    "what(?:'s| is) (?:it|in it|that (?:one|task))(?: about)?",
    "what does it say|(?:(?:its|the) )?details|what(?:'s| is) (?:the|its) notes?",
    "(?:is|was) (?:it|that) (?:already )?(?:done|finished|completed?|still open)(?: (?:already|yet))?",
    "when (?:is|was) (?:it|that)(?: due)?",
  ),
  show_all: whole("(?:please )?(?:show|list|read)(?: me)? (?:them|those|these)(?: (?:all|again|please))*"),
  leave: whole(
    String.raw`(?:no[,\s]+)?(?:keep|leave) (?:${those}|these|everything)(?: (?:alone|there|as (?:it is|they are)))?`,
  ),
  not_this: whole(
    String.raw`${oh}*not (?:the )?(?<title>(?!(?:yet|done|really|it|that)(?!\p{L}))\S.*?)(?: yet)?`,
  ),
  not_so: whole(
    `${oh}*${isNot}(?: (?:done|finished|completed?|really|actually))?(?: (?:yet|actually|really|after all))?`,
  ),
  duplicate: pattern(
    String.raw`^(?:duplicated?|duplicates|dupes?|doubles?)(?: (?:ones?|entr(?:y|ies)|tasks?))?(?: (?:of|for))?(?: (?<title>\S.*))?$`,
  ),
  duplicates: pattern(String.raw`^(?:duplicates|dupes|doubles)\b`),
  steps: whole(
    `${either(
      "how far (?:am i|are we|is it|have (?:i|we) (?:got|gotten|come)) (?:with|on|in)",
      "(?:what (?:are|were)|show(?: me)?|list) (?:the )?(?:steps|sub-?tasks|parts) (?:of|in|for|under|below)",
    )} (?<title>\\S.*?)`,
  ),
};
