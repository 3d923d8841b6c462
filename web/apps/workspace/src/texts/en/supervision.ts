/** The English texts of what supervisors do with other people's conversations. Part of the catalogue. */
import { pluralIn } from "../plural";

const plural = pluralIn("en");
const conversations = (count: number) => plural(count, { one: "# conversation", other: "# conversations" });

export const supervision = {
  menu: "Supervise",
  monitor: "Monitor",
  monitorHint: "Read along; nobody is told",
  join: "Join",
  joinHint: "Take part; customer and agent are told",
  assign: "Assign…",
  transfer: "Transfer…",
  close: "Force close…",
  failed: {
    monitor: "The conversation could not be monitored.",
    join: "You could not join the conversation.",
    assign: "The conversation could not be assigned.",
    transfer: "The conversation could not be transferred.",
    close: "The conversation could not be closed.",
    bulk: "Nothing was done.",
  },
  to: "To",
  assigning: {
    title: "Assign conversation",
    submit: "Assign",
    regardless: "Regardless of presence and capacity",
    unavailable: (presence: string) => `${presence}: only regardless of presence`,
    here: "It waits here already",
    unserved: "No agents",
  },
  transferring: {
    title: "Transfer conversation",
    lead: "To agents of its own queue. Whoever has it now stays at hand until the other has accepted.",
    unavailable: (presence: string) => `${presence}: cannot take transfers`,
    here: "Has it now",
    waits: "Waits for its customer: to agents only",
  },
  closing: {
    title: (name: string) => `Close the conversation with ${name}?`,
    lead: "Everybody who takes part is told. It cannot be opened again.",
    submit: "Close it",
  },
  announcing: {
    messageLabel: "Message to the customers",
    messageLead:
      "Each reads it in their conversation, which then waits for them. Only open conversations that can wait: no live chats.",
    notifyLabel: "Notice to the agents",
    notifyLead: "Whoever has one of the conversations is told, and finds it there as a note.",
    submit: "Send",
    left: (count: number) => plural(count, { one: "# character left", other: "# characters left" }),
  },
  notice: {
    title: (name: string) => `${name} lets you know`,
    open: (name: string) => `Open ${name}`,
  },
  bulk: {
    select: "Select",
    done: "Done",
    selectAll: (count: number) => `All ${conversations(count)} shown`,
    selectNamed: (name: string) => `Select: ${name}`,
    selected: (count: number) => plural(count, { one: "# selected", other: "# selected" }),
    tooMany: (max: number) => `At most ${conversations(max)} at once`,
    assign: "Assign",
    transfer: "Transfer",
    close: "Close",
    message: "Message…",
    notify: "Notify…",
    messageTitle: (count: number) => `Write to ${plural(count, { one: "# customer", other: "# customers" })}`,
    notifyTitle: (count: number) => `Notify the agents of ${conversations(count)}`,
    assignTitle: (count: number) => `Assign ${conversations(count)}`,
    transferTitle: (count: number) => `Transfer ${conversations(count)}`,
    closeTitle: (count: number) => `Close ${conversations(count)}?`,
    closeSubmit: "Close them",
    label: "Selected conversations",
    outcome: (done: number, all: number) =>
      done === all
        ? `Done with ${conversations(all)}`
        : plural(done, { other: `Done with # of ${conversations(all)}` }),
    worked: "Done",
    refused: "Not done",
  },
};
