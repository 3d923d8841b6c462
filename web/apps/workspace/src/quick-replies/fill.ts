/** Fills in what quick replies name in braces. Pure; what is unknown or empty comes to nothing. */
import type { Agent, Conversation } from "../model";
import type { Slugs } from "../templates/slugs";

export interface Known {
  conversation: Pick<Conversation, "customerName" | "context">;
  agent: Pick<Agent, "name" | "attributes">;
  /** What templates may name too. */
  others: Slugs;
}

/** `{Name}`, `{Name{Of}}`. */
const slug = /\{([^{}\n]+)(?:\{([^{}\n]*)\}\s*)?\}/gu;
const plainName = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** Braces round anything that is no name are text. */
export function fillReply(text: string, known: Known): string {
  return text.replace(slug, (whole, written: string, of: string | undefined) => {
    const name = written.trim();
    if (of !== undefined) return plainName.test(name) ? ofPerson(name, of.trim(), known) : whole;
    const variable = /^occontext\.(.*)$/i.exec(name)?.[1];
    if (variable !== undefined) return variableOf(variable.trim(), known);
    return plainName.test(name) ? known.others(name) : whole;
  });
}

function ofPerson(name: string, of: string, { conversation, agent }: Known): string {
  const who = { customer: conversation.customerName, agent: agent.name }[of.toLowerCase()];
  if (who === undefined) return "";
  const words = who.trim().split(/\s+/);
  switch (name.toLowerCase()) {
    case "fullname":
      return who.trim();
    case "firstname":
      return words[0] ?? "";
    case "lastname":
      return words.length > 1 ? (words.at(-1) ?? "") : "";
    case "nickname":
      return of.toLowerCase() === "agent" ? (valueIn(agent.attributes, "nickname") ?? "") : "";
    default:
      return "";
  }
}

function variableOf(name: string, { conversation }: Known): string {
  return valueIn(conversation.context, name) ?? "";
}

function valueIn(variables: readonly { name: string; value: string }[], name: string): string | undefined {
  return variables.find((variable) => variable.name.toLowerCase() === name.toLowerCase())?.value;
}
