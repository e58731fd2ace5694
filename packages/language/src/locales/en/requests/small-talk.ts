/** Messages that need no more words: undo, help, greetings, yes and no. */
import type { RequestPhrase } from "../../locale.ts";
import { say, task } from "./phrases.ts";

export const small: RequestPhrase[] = [
  ...say(
    "undo",
    0.95,
    "[never mind|nevermind|no|oops|whoops|wait] (undo|revert|reverse) [again|once more|that|it|this|the last [one|change|action|thing]|[my] last [change|action]|what you [just] did]",
    "[oops] (take (that|it) back|roll (that|it) back|put it back|scratch that|cancel that|change it back|go back)",
    "[oops|no|wait|sorry] (put it back|put that back|change it back|go back) [(the way|how|as|to how|to the way) (it was|it used to be)]",
    "[oops|no|wait] (that was|it was|that's|thats) [a] (wrong|mistake|an accident|not what i meant|not what i wanted)",
    "(i didn't|i didnt|i did not) mean (to|that|it) [{topic}]",
    "(restore|bring back) what (you|i) [have] [just] (deleted|removed|changed)",
    "(ctrl|control|cmd|command) [and|+] z",
  ),
  ...say(
    "redo",
    0.95,
    "redo [that|it|this|the last [one|change|action]]",
    "(do it again|undo the undo|do that again) [after all]",
  ),
  ...say(
    "help",
    0.95,
    "(help|commands|instructions|manual) [me|please]",
    `what (can|do|could) (you|i|this app) (do|say|ask|help) [for|with|to|you] [me|here]`,
    `how (do|can|does|should) (i|you|this|it|one) {topic}`,
    "(i|we) need [some] help",
    "(what are you|who are you|how does this work|how to use this|what is this)",
    "show [me] [the] (help|commands)",
  ),
  ...say(
    "greeting",
    0.95,
    "(hi|hello|hey|hiya|howdy|yo|good morning|good afternoon|good evening|greetings|hallo|morning) [there|again|all|everyone|todo|assistant]",
    "(how are you|what's up|whats up|sup) [doing] [today]",
  ),
  ...say(
    "thanks",
    0.95,
    "[ok|okay|great|perfect|cool|awesome|nice] (thanks|thank you|thx|ty|cheers|thank u|many thanks|much appreciated) [so much|very much|a lot|again|for that|for your help|for the help]",
    "(great job|good job|well done|nice work|awesome|perfect)",
    "(you're|you are) (the best|great|awesome|amazing|good)",
  ),
  ...say(
    "farewell",
    0.95,
    "(bye|bye bye|goodbye|good bye|good night|goodnight|see you|that's all|i'm done) [for] [today|now|later|tomorrow|then]",
  ),
  ...say(
    "yes",
    0.95,
    "(yes|yeah|yep|yup|sure|ok|okay|k|affirmative|correct|right|absolutely|definitely|do it|go ahead|go for it|of course|confirm|confirmed|y|sounds good|that's right|yes please|please do|certainly|alright|all right|exactly) [please|do it|go ahead|that's right|that's correct|thanks|delete it|sure]",
  ),
  ...say(
    "no",
    0.95,
    "(i|i've) changed my mind",
    "(neither|none) [of] [them|these|those] [one|ones]",
    "(no|nope|nah|n|don't|dont|do not|cancel|stop|never mind|nevermind|forget it|leave it|not now|no way|abort|negative|no thanks|no thank you|please don't|keep it|not really) [thanks|thank you|don't|please|do that|do it]",
  ),
  // Said by half: there is nothing to do it with.
  ...say(
    "half_said",
    0.9,
    `(add|create|make|new|delete|remove|mark|complete|finish|move|rename|remind me) [[a|an|the|my] [new] (${task}|list|project)|the|my]`,
    `(add|create|new) [a|the] [new] (task|item|number) #number`,
    "(add|create|make|note) (it|that|this|them|those|these)",
  ),
];
