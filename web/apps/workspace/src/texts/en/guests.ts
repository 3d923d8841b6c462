/** The English texts of those who take part beside the agent: advice, and what supervisors do. Part of the catalogue. */
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const guests = {
  label: "Taking part",
  consult: {
    ask: "Ask",
    askHint: "Ask a colleague for advice",
    title: "Ask for advice",
    to: "Ask",
    submit: "Ask",
    lead: "Whoever is asked reads along. What you write to one another, the customer does not see.",
    unavailable: (presence: string) => `${presence}: cannot be asked now`,
    nobody: "No agents",
    failed: "Advice could not be asked.",
    invitation: "Advice wanted",
    invitationOf: (name: string) => `Advice wanted: ${name}`,
    asks: (name: string) => `${name} asks for your advice`,
    free: "Takes none of your capacity",
    accept: "Accept",
    reject: "Reject",
    acceptFailed: "The request could not be accepted.",
    rejectFailed: "The request could not be rejected.",
  },
  /** What one's own part is. */
  own: {
    invited: (agent: string) => `${agent} asks for your advice.`,
    advising: (agent: string) => `You advise ${agent}. The customer does not see you.`,
    handingOver: (agent: string) => `You stay at hand until ${agent} has accepted.`,
    public: (agent: string) => `You advise ${agent} and write to the customer too.`,
    joined: "You have joined: the customer and the agent see what you write.",
    monitoring: "You read along. Neither the agent nor the customer is told.",
  },
  /** What others' parts are. */
  other: {
    invited: (name: string) => `${name} has been asked for advice…`,
    advising: (name: string) => `${name} reads along and advises.`,
    public: (name: string) => `${name} advises and writes to the customer too.`,
    joined: (name: string) => `${name} has joined the conversation.`,
    monitoring: (name: string) => `${name} reads along.`,
  },
  addToPublic: "Add to chat",
  addToPublicNamed: (name: string) => `Add to chat: ${name}`,
  addToPublicFailed: "Your colleague could not be added to the chat.",
  end: "End consult",
  endNamed: (name: string) => `End consult: ${name}`,
  takeBack: "Take back",
  takeBackNamed: (name: string) => `Take back: ${name}`,
  endFailed: "The consult could not be ended.",
  leave: "Leave",
  stop: "Stop monitoring",
  leaveFailed: "You could not leave the conversation.",
  notice: {
    ended: (customer: string) => `The consult about ${customer} has ended.`,
    lapsed: (customer: string) => `The request for advice about ${customer} has timed out.`,
    withdrawn: (customer: string) => `Your advice about ${customer} is no longer wanted.`,
    rejected: (name: string, customer: string) => `${name} cannot advise you about ${customer} now.`,
    unanswered: (name: string, customer: string) => `${name} did not answer your question about ${customer} in time.`,
    left: (name: string, customer: string) => `${name} no longer advises you about ${customer}.`,
  },
  thread: {
    tab: "Private",
    placeholder: (names: string) => `Write to ${names}, not to the customer`,
    mark: "Private · only your team can read this",
    send: "Send privately",
  },
  list: "With colleagues",
  role: {
    invited: "Asked for advice",
    advising: "Advising",
    public: "Advising in the chat",
    joined: "Joined",
    monitoring: "Monitoring",
  },
  agentGone: "The agent",
  inTitle: (count: number) => plural(count, { one: "# question", other: "# questions" }),
};
