// The agent-side JavaScript API, as `/sdk/omnichannel.js` and the workspace page offer it. Refer to it from a script with
//   /// <reference path="omnichannel.d.ts" />

declare namespace Microsoft {
  /** Conversations of the signed-in agent and, for supervisors, of anyone. Each method rejects with an `Omnichannel.Failure`. */
  const Omnichannel: Omnichannel.Api;
  /** Sessions and tabs of the workspace. */
  const Apm: Apm.Api;

  namespace Omnichannel {
    interface Api {
      /** The conversations of one agent, newest first unless `orderBy` says otherwise. */
      getConversations(input: GetConversationsInput | string, correlationId?: string): Promise<GetConversationsResult>;
      /** The id of the focused session's conversation; empty in the home session. */
      getConversationId(): Promise<string>;
      /** Opens the conversation as a session of the workspace, or focuses its session. */
      openConversation(conversationId: string, lastSessionId?: string, liveWorkstreamId?: string): Promise<void>;
      /** Links a customer or a case; another one of its kind is replaced. Only active conversations can be linked. */
      linkToConversation(
        entityLogicalName: LinkedEntity,
        recordId: string,
        conversationId?: string,
      ): Promise<LinkResult>;
      /** Removes such a link. */
      unlinkFromConversation(
        entityLogicalName: LinkedEntity,
        recordId: string,
        conversationId?: string,
      ): Promise<LinkResult>;
      /**
       * Puts a message into the agent's send box for review or, with `toSendBox` false, sends it to the customer.
       * The conversation must be assigned to the signed-in agent; without an id it is the focused one.
       */
      sendMessageToConversation(
        message: string | MessageObject,
        toSendBox?: boolean,
        conversationId?: string,
      ): Promise<void>;
    }

    interface GetConversationsInput {
      /** Whose conversations: a GUID; braces and case do not matter. */
      agentId: string;
      /** Columns besides the default ones, in any casing. */
      attributes?: string[];
      /** 1 Open, 2 Active, 3 Waiting, 4 Closed, 5 Wrap-up; numbers, "3", "2,3" or labels. Absent or empty: all. */
      status?: (number | string)[] | number | string;
      orderBy?: { attributeName: string; descending?: boolean }[];
      /** Created in the last so many days (24 hours each, back from now). */
      createdBeforeDays?: number;
      /** ISO 8601; created at or after this. */
      createdAfter?: string;
      /** ISO 8601; created before this. */
      createdBefore?: string;
      /** Records a page. */
      top?: number;
      /** `nextToken` of the page before. */
      skipToken?: string;
    }

    interface GetConversationsResult {
      status: true;
      result: { values: ConversationRecord[]; nextToken?: string };
    }

    /** The default attributes and those asked for, by logical name. */
    interface ConversationRecord {
      msdyn_ocliveworkitemid: string;
      msdyn_liveworkstreamid: string | null;
      msdyn_lastsessionid: string | null;
      statuscode: number;
      createdon: string;
      [attribute: string]: unknown;
    }

    type LinkedEntity = "account" | "contact" | "incident";

    interface LinkResult {
      entityLogicalName: string;
      recordId: string;
      liveWorkItemId: string;
      message: string;
      status: string;
    }

    /** A rich message, as stored ones are. What the customer's channel cannot show is sent in words. */
    interface MessageObject {
      survey?: { Questions?: unknown; Answers?: unknown } | string;
      richObjectId?: string;
      richObjectType?: number;
      richObjectName?: string;
      tabKey?: string;
      [member: string]: unknown;
    }

    /** What a rejected promise holds. */
    interface Failure {
      status: false;
      error: FailureError;
    }

    interface FailureError extends Error {
      /** Stable, for programs. */
      code: string;
      /** HTTP status, where the server refused. */
      httpStatus?: number;
      correlationId?: string;
      /** What is wrong with which member of the input. */
      errors?: { field: string; detail: string }[];
    }
  }

  namespace Apm {
    interface Api extends TabMethods {
      getFocusedSession(): Session;
      /** Ids, the home session's first. */
      getAllSessions(): string[];
      getSession(sessionId: string): Session | undefined;
      /** Resolves with the new session's id. */
      createSession(input?: CreateSessionInput): Promise<string>;
      canCreateSession(): boolean;
      focusSession(sessionId: string): Promise<void>;
      requestFocusSession(sessionId: string): Promise<void>;
      closeSession(sessionId: string): Promise<void>;
      /** The `BroadcastChannel` name on which the event is published to this page. */
      getEventPublisherTopic(eventName: EventName): string;
    }

    type EventName = "ON_SESSION_SWITCH" | "ON_SESSION_CLOSED";

    /** `data` of the message on the topic of ON_SESSION_SWITCH. */
    interface SessionSwitchEvent {
      previousSessionId: string;
      newSessionId: string;
    }

    /** `data` of the message on the topic of ON_SESSION_CLOSED. */
    interface SessionClosedEvent {
      sessionId: string;
    }

    /** Of the focused session when asked of `Microsoft.Apm`; of that session when asked of a session. */
    interface TabMethods {
      getFocusedTab(): Tab | undefined;
      /** Ids in the order shown. */
      getAllTabs(): string[];
      getTab(tabId: string): Tab | undefined;
      /** Resolves with the new tab's id. */
      createTab(input?: CreateTabInput): Promise<string>;
      canCreateTab(): boolean;
      closeTab(tabId: string): Promise<void>;
      focusTab(tabId: string): Promise<void>;
      refreshTab(tabId: string): Promise<void>;
    }

    interface Session extends TabMethods {
      readonly sessionId: string;
      readonly title: string;
      /** The home session. */
      readonly isDefault: boolean;
      readonly canClose: boolean;
      close(): Promise<void>;
      focus(): Promise<void>;
      /** Asks for attention without taking the focus. */
      requestFocus(): Promise<void>;
      getContext(): Promise<Context>;
      updateContext(values: Record<string, unknown>): Promise<void>;
    }

    interface Context {
      get(key: string): unknown;
      readonly parameters: Readonly<Record<string, unknown>>;
    }

    interface Tab {
      readonly tabId: string;
      readonly title: string;
      readonly canClose: boolean;
    }

    interface CreateSessionInput {
      templateName?: string;
      sessionContext?: Record<string, unknown>;
      isFocused?: boolean;
    }

    interface CreateTabInput {
      templateName?: string;
      appContext?: Record<string, unknown>;
      /** What the tab shows: `pageType` "url" with `url`, or "webresource" with `webresourceName` and `data`. */
      pageInput?: Record<string, unknown>;
      isFocused?: boolean;
    }
  }
}

interface Window {
  Microsoft: typeof Microsoft;
}
