// Stand-ins for server, sockets and clock, for tests and for work without a server. Never part of what is shipped.

export { type ManualEnvironment, manualEnvironment, settled } from "./environment.ts";
export {
  aConversation,
  aMe,
  aMessage,
  aNotificationTemplate,
  anAgent,
  anAgentStatus,
  aParticipant,
  aPresence,
  aQueue,
  aSettings,
  aWorkstream,
  guid,
  ids,
  minutesBefore,
  noon,
} from "./factories.ts";
export {
  aDemand,
  anAssignment,
  aRouting,
  aSegment,
  aWaiting,
  decisions,
  german,
  named,
  support,
} from "./routing.ts";
export { FakeServer, type Seen } from "./server.ts";
export { FakeSocket, fakeSockets } from "./socket.ts";
