// Nouns with everything filled in, for tests that care for one member.

import type {
  Agent,
  AgentStatus,
  ConversationSummary,
  Me,
  Message,
  NotificationTemplate,
  Participant,
  Presence,
  Queue,
  Settings,
  Workstream,
} from "@frontdesk/api";

/** A GUID that says which one it is: `guid("a", 7)`. */
export function guid(kind: string, number: number): string {
  const prefix = [...kind].map((letter) => letter.charCodeAt(0).toString(16)).join("");
  return `${prefix.padStart(8, "0")}-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const noon = "2026-11-23T12:00:00.000Z";

/** A time so long before noon. */
export function minutesBefore(minutes: number, at = noon): string {
  return new Date(Date.parse(at) - minutes * 60_000).toISOString();
}

export const ids = {
  me: guid("agent", 1),
  colleague: guid("agent", 2),
  queue: guid("queue", 1),
  workstream: guid("work", 1),
  available: guid("pres", 1),
  busy: guid("pres", 2),
};

export function anAgent(changes: Partial<Agent> = {}): Agent {
  return {
    id: ids.me,
    name: "Ada Miles",
    email: "ada@example.com",
    role: "agent",
    active: true,
    capacityUnits: 100,
    defaultPresenceId: null,
    skills: [],
    capacityProfiles: [],
    attributes: [],
    operatingHoursId: null,
    version: 1,
    createdAt: minutesBefore(9_999),
    ...changes,
  };
}

export function anAgentStatus(changes: Partial<AgentStatus> = {}): AgentStatus {
  return {
    agentId: ids.me,
    presenceId: ids.available,
    base: "available",
    source: "automatic",
    presenceModifiedAt: minutesBefore(60),
    availableUnits: 70,
    openSessions: 1,
    lastAssignedAt: null,
    ...changes,
  };
}

/** Supervisors may do all there is. */
export function aSettings(changes: Partial<Settings> = {}): Settings {
  return {
    sessionsMax: 10,
    declinesAllowed: 3,
    messageCharactersMax: 6_000,
    framedOrigins: [],
    attachments: { fromAgents: true, fromCustomers: true, sizeKilobytesMax: 5_120, blockedExtensions: ["exe"] },
    supervisors: { monitor: true, assign: true, transfer: true, forceClose: true },
    ...changes,
  };
}

export function aMe(changes: Partial<Me> = {}): Me {
  return {
    id: ids.me,
    email: "ada@example.com",
    name: "Ada Miles",
    role: "agent",
    organizationId: guid("org", 1),
    organizationName: "Contoso",
    settings: aSettings(),
    status: anAgentStatus(),
    ...changes,
  };
}

export function aPresence(changes: Partial<Presence> = {}): Presence {
  return {
    id: ids.available,
    name: "Available",
    base: "available",
    settable: true,
    isDefault: true,
    version: 1,
    ...changes,
  };
}

export function aQueue(changes: Partial<Queue> = {}): Queue {
  return {
    id: ids.queue,
    name: "Support",
    priority: 1,
    method: "highest_capacity",
    members: [ids.me],
    everyone: false,
    operatingHoursId: null,
    assignmentRules: [],
    prioritizationRules: [],
    overflowBefore: [],
    overflowWaiting: null,
    serviceLevelMs: 60_000,
    shortAbandonMs: 5_000,
    version: 1,
    ...changes,
  };
}

export function aWorkstream(changes: Partial<Workstream> = {}): Workstream {
  return {
    id: ids.workstream,
    name: "Web chat",
    channel: "live_chat",
    mode: "live_chat",
    distribution: "push",
    capacityUnits: 30,
    capacityProfiles: [],
    skillMatching: "exact",
    version: 1,
    wrapUpBlock: "always",
    allowedPresences: ["available", "busy"],
    notification: "screen_pop_with_decline",
    offerTimeoutMs: 120_000,
    notificationTemplates: {
      incomingAuthenticated: null,
      incomingUnauthenticated: null,
      consult: null,
      transfer: null,
      supervisorAssign: null,
    },
    sessionTemplateId: null,
    closeAfterInactivityMs: null,
    reofferAfterDeclineMs: 30_000,
    reconnectWithinMs: null,
    agentAffinity: false,
    pickFromPush: true,
    fallbackQueueId: ids.queue,
    ...changes,
  };
}

export function aNotificationTemplate(changes: Partial<NotificationTemplate> = {}): NotificationTemplate {
  return {
    id: guid("toast", 1),
    name: "Chats",
    title: "{customerName}",
    icon: "channel",
    fields: [],
    notification: "screen_pop_with_decline",
    timeoutMs: 120_000,
    countdownShown: true,
    onTimeout: "decline",
    acceptText: "Accept",
    rejectText: "Reject",
    desktop: "background",
    version: 1,
    ...changes,
  };
}

/** Active, accepted by the signed-in agent, nothing unread. */
export function aConversation(changes: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: guid("conv", 1),
    status: "active",
    statusReason: "in_conversation",
    channel: "live_chat",
    mode: "live_chat",
    distribution: "push",
    workstreamId: ids.workstream,
    queueId: ids.queue,
    widgetId: null,
    visitorId: null,
    title: "Broken lamp",
    priority: "normal",
    locale: "en",
    customerName: "Grace Hall",
    customer: null,
    caseId: null,
    context: [],
    preChat: [],
    activeAgentId: ids.me,
    activeAgentAssignedAt: minutesBefore(19),
    listAgentId: ids.me,
    lastAgentId: ids.me,
    lastSessionId: guid("sess", 1),
    createdAt: minutesBefore(20),
    modifiedAt: minutesBefore(1),
    statusChangedAt: minutesBefore(18),
    startedAt: minutesBefore(18),
    queuedAt: minutesBefore(20),
    wrapUpStartedAt: null,
    closedAt: null,
    firstWaitMs: 120_000,
    talkMs: 0,
    wrapUpMs: 0,
    transferCount: 0,
    escalationCount: 0,
    accepted: true,
    abandoned: false,
    lastMessageNumber: 0,
    lastPublicNumber: 0,
    unread: 0,
    lastMessage: null,
    customerWaitingSince: null,
    marks: { customerDelivered: 0, customerRead: 0, agentDelivered: 0, agentRead: 0 },
    customerPresence: { state: "connected" },
    ...changes,
  };
}

/** The signed-in agent, whose conversation it is and who picked it. */
export function aParticipant(changes: Partial<Participant> = {}): Participant {
  return {
    id: guid("part", 1),
    agentId: ids.me,
    sessionId: guid("sess", 1),
    mode: "primary",
    public: true,
    addedAt: minutesBefore(19),
    joinedAt: minutesBefore(18),
    leftAt: null,
    leftReason: null,
    assignReason: "AgentPick",
    ...changes,
  };
}

/** From the customer, unless told otherwise. */
export function aMessage(number: number, changes: Partial<Message> = {}): Message {
  return {
    conversationId: guid("conv", 1),
    number,
    publicNumber: number,
    sentAt: minutesBefore(Math.max(0, 18 - number)),
    sender: { kind: "customer", visitorId: null, name: "Grace Hall" },
    visibility: "public",
    text: `Message ${number}`,
    attachments: [],
    clientMessageId: null,
    ...changes,
  };
}
