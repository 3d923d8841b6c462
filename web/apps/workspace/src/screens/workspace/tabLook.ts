/** What stands on the tab of a session: by the template of its workstream, else its customer's name. */
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../../app/context";
import { detailQuery, queueQuery, sessionTemplateQuery, workstreamQuery } from "../../app/queries";
import type { Conversation, TemplateIcon } from "../../model";
import { homeSessionId, type Session } from "../../sessions/store";
import { sessionTemplate } from "../../templates/choose";
import { fill, slugsOf } from "../../templates/slugs";
import { texts } from "../../texts";

export interface TabLook {
  name: string;
  icon: TemplateIcon;
  /** None of home, of scripts' sessions, and while it is not known. */
  conversation: Conversation | undefined;
}

export function useTabLook(session: Session): TabLook {
  const desk = useDesk();
  const { data } = useQuery({
    ...detailQuery(desk, session.conversationId ?? ""),
    enabled: session.conversationId !== null,
  });
  const { data: queues } = useQuery(queueQuery(desk));
  const { data: workstreams } = useQuery(workstreamQuery(desk));
  const { data: templates } = useQuery(sessionTemplateQuery(desk));
  const conversation = data?.conversation;
  const usual = session.id === homeSessionId ? texts.sessions.home : texts.common.unknown;
  const name = conversation?.customerName || session.title || usual;
  const template = sessionTemplate(conversation, workstreams, templates);
  if (!template || !conversation) return { name, icon: "channel", conversation };
  const slugs = slugsOf(conversation, data, queues, texts.channel[conversation.channel]);
  return { name: fill(template.title, slugs) || name, icon: template.icon, conversation };
}
