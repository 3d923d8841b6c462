/** Which template an offer or a session has: by its workstream and why it came to the agent. Pure. */
import type {
  Conversation,
  ConversationDetail,
  NotificationTemplate,
  Participant,
  SessionTemplate,
  Workstream,
} from "../model";

export type Scenario = keyof Workstream["notificationTemplates"];

/** As the server decides it for the countdown. */
export function scenarioOf(conversation: Conversation, participants: readonly Participant[]): Scenario {
  const primary = participants.find((one) => one.mode === "primary" && one.leftAt === null);
  switch (primary?.assignReason) {
    case "AgentTransfer":
    case "SupervisorTransferToAgent":
      return "transfer";
    case "SupervisorAssign":
      return "supervisorAssign";
    default:
      return conversation.customer ? "incomingAuthenticated" : "incomingUnauthenticated";
  }
}

export function offerTemplate(
  detail: ConversationDetail | undefined,
  workstreams: readonly Workstream[] | undefined,
  templates: readonly NotificationTemplate[] | undefined,
  scenario?: Scenario,
): NotificationTemplate | undefined {
  if (!detail) return undefined;
  const workstream = workstreamOf(detail.conversation, workstreams);
  const id = workstream?.notificationTemplates[scenario ?? scenarioOf(detail.conversation, detail.participants)];
  return templates?.find((template) => template.id === id);
}

export function sessionTemplate(
  conversation: Conversation | undefined,
  workstreams: readonly Workstream[] | undefined,
  templates: readonly SessionTemplate[] | undefined,
): SessionTemplate | undefined {
  const id = conversation && workstreamOf(conversation, workstreams)?.sessionTemplateId;
  return templates?.find((template) => template.id === id);
}

/** Whether work of this workstream may open without its agent having said yes. */
export function mayOpenByItself(
  workstream: Workstream | undefined,
  templates: readonly NotificationTemplate[] | undefined,
): boolean {
  if (!workstream) return false;
  const used = new Set(Object.values(workstream.notificationTemplates));
  const opens = (template: NotificationTemplate) =>
    used.has(template.id) && (template.notification === "open_session" || template.onTimeout === "accept");
  return workstream.notification === "open_session" || (templates?.some(opens) ?? false);
}

function workstreamOf(conversation: Conversation, workstreams: readonly Workstream[] | undefined) {
  return workstreams?.find((known) => known.id === conversation.workstreamId);
}
