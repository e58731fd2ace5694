/** A conversation as somebody has it who says one thing after the other. */
import type { Person } from "./world.ts";

/** Said in one conversation; gives the answer to the last. */
export async function answerTo(person: Person, sentences: readonly string[]): Promise<string> {
  let conversation_id: string | undefined;
  let response = "";
  for (const message of sentences) {
    const answer = await person.chat({ message, ...(conversation_id && { conversation_id }) });
    conversation_id = answer.conversation_id!;
    response = answer.response;
  }
  return response;
}
