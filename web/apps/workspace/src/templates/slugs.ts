/** Fills in what templates name in braces. Pure; what is not known comes to nothing. */
import type { Conversation, ConversationDetail, Queue } from "../model";

export type Slugs = (name: string) => string;

export function fill(text: string, slugs: Slugs): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => slugs(name.trim())).trim();
}

export function slugsOf(
  conversation: Conversation,
  linked: Pick<ConversationDetail, "case"> | undefined,
  queues: readonly Queue[] | undefined,
  channelName: string,
): Slugs {
  const known: Record<string, string | null | undefined> = {
    customername: conversation.customerName,
    caseid: conversation.caseId,
    casetitle: linked?.case?.title,
    queueid: conversation.queueId,
    queuename: queues?.find((queue) => queue.id === conversation.queueId)?.name,
    channel: channelName,
    visitorlanguage: conversation.locale,
    customerentityname: conversation.customer?.kind,
    customerrecordid: conversation.customer?.id,
  };
  return (name) => {
    const sought = name.toLowerCase();
    if (sought in known) return known[sought] ?? "";
    return conversation.context.find((variable) => variable.name.toLowerCase() === sought)?.value ?? "";
  };
}
