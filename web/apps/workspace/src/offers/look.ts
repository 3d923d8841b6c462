/** How one offer looks: by the template of its kind, else as offers usually do. */
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../app/context";
import { detailQuery, notificationTemplateQuery, queueName, queueQuery, workstreamQuery } from "../app/queries";
import type { Channel, Conversation, NotificationTemplate } from "../model";
import { offerTemplate, type Scenario } from "../templates/choose";
import { fill, slugsOf } from "../templates/slugs";
import { texts } from "../texts";
import type { Offer } from "./store";

export interface OfferLook {
  /** None until the conversation is known. */
  channel: Channel | undefined;
  queue: string | undefined;
  /** Who writes. */
  name: string;
  title: string;
  icon: NotificationTemplate["icon"];
  fields: { header: string; value: string }[];
  /** What the customer said last. */
  words: string;
  totalMs: number;
  countdownShown: boolean;
  acceptText: string;
  /** None: it cannot be rejected. */
  rejectText: string | undefined;
  desktop: NotificationTemplate["desktop"];
}

function lastWords(conversation: Conversation | undefined): string {
  const last = conversation?.lastMessage;
  return last?.text || (last?.attachments ? texts.files.sent(last.attachments) : conversation?.title) || "";
}

/** `scenario`: where it does not follow from the conversation. */
export function useOfferLook(offer: Pick<Offer, "conversationId" | "totalMs">, scenario?: Scenario): OfferLook {
  const desk = useDesk();
  const { data } = useQuery(detailQuery(desk, offer.conversationId));
  const { data: queues } = useQuery(queueQuery(desk));
  const { data: workstreams } = useQuery(workstreamQuery(desk));
  const { data: templates } = useQuery(notificationTemplateQuery(desk));
  const conversation = data?.conversation;
  const template = offerTemplate(data, workstreams, templates, scenario);
  const workstream = workstreams?.find((known) => known.id === conversation?.workstreamId);
  const slugs = conversation ? slugsOf(conversation, data, queues, texts.channel[conversation.channel]) : () => "";
  const name = conversation?.customerName || texts.common.unknown;
  const answer = template?.notification ?? workstream?.notification;
  const fields = template?.fields.map(({ header, value }) => ({ header, value: fill(value, slugs) })) ?? [];
  return {
    channel: conversation?.channel,
    queue: conversation && queueName(queues, conversation.queueId),
    name,
    title: (template && fill(template.title, slugs)) || name,
    icon: template?.icon ?? "channel",
    fields: fields.filter(({ value }) => value !== ""),
    words: lastWords(conversation),
    totalMs: template?.timeoutMs ?? offer.totalMs,
    countdownShown: template?.countdownShown ?? true,
    acceptText: template?.acceptText ?? texts.offers.accept,
    rejectText: answer === "screen_pop_with_timeout" ? undefined : (template?.rejectText ?? texts.offers.reject),
    desktop: template?.desktop ?? "background",
  };
}
