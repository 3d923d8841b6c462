/** Every command that has a name of its own. Two may share a key where never both can be done; the first one that can is. */
import { end, finish, leave, pick, release } from "../actions/conversation";
import { acceptConsult } from "../actions/guests";
import { accept, reject } from "../actions/offer";
import { isInHand, oversees } from "../model";
import { askWhy } from "../screens/routing/why";
import { view } from "../screens/workspace/view";
import { homeSessionId } from "../sessions/store";
import { texts } from "../texts";
import type { Command, Scene } from "./command";
import { focusComposer, focusRow, focusSearch, focusSession } from "./places";

const words = texts.commands;
const always = () => true;
const never = () => false;
const inHand = ({ desk, conversation }: Scene) => conversation !== undefined && isInHand(conversation, desk.me.id);

export const commands: readonly Command[] = [
  {
    id: "offer.accept",
    group: "offers",
    label: words.accept,
    keys: { key: "a" },
    when: ({ offer }) => offer !== undefined,
    run: ({ desk, offer }) => offer && accept(desk, offer),
  },
  {
    id: "consult.accept",
    group: "offers",
    label: words.acceptConsult,
    keys: { key: "a" },
    when: ({ offer, invitation }) => !offer && invitation !== undefined,
    run: ({ desk, invitation }) => invitation && acceptConsult(desk, invitation.conversation, invitation.guest),
  },
  {
    id: "offer.reject",
    group: "offers",
    label: words.reject,
    when: ({ offer }) => offer !== undefined,
    run: ({ desk, offer }) => offer && reject(desk, offer),
  },
  {
    id: "conversation.pick",
    group: "conversation",
    label: words.pick,
    keys: { key: "a" },
    when: ({ desk, conversation, offer }) => !offer && !!conversation && pick.when(conversation, desk.me.id),
    run: ({ desk, conversation }) => conversation && pick.run(desk, conversation),
  },
  {
    id: "conversation.reply",
    group: "conversation",
    label: words.reply,
    keys: { key: "r" },
    when: ({ writing }) => writing === "all",
    run: ({ desk, conversation }) => conversation && focusComposer(desk, conversation.id, "public"),
  },
  {
    id: "conversation.note",
    group: "conversation",
    label: words.note,
    keys: { key: "n" },
    when: ({ writing }) => writing !== undefined,
    run: ({ desk, conversation }) => conversation && focusComposer(desk, conversation.id, "internal"),
  },
  {
    id: "composer.send",
    group: "conversation",
    label: words.send,
    keys: { key: "enter" },
    byKeyAlone: true,
    when: never,
    run: never,
  },
  {
    id: "composer.line",
    group: "conversation",
    label: words.line,
    keys: { key: "enter", shift: true },
    byKeyAlone: true,
    when: never,
    run: never,
  },
  {
    id: "conversation.consult",
    group: "conversation",
    label: words.consult,
    keys: { key: "c" },
    when: inHand,
    run: ({ conversation }) => conversation && view.setState({ asking: { what: "consult", of: conversation.id } }),
  },
  {
    id: "conversation.transfer",
    group: "conversation",
    label: words.transfer,
    keys: { key: "t" },
    when: inHand,
    run: ({ conversation }) => conversation && view.setState({ asking: { what: "transfer", of: conversation.id } }),
  },
  {
    // Held with Shift: a letter that was meant for the customer must not end anything.
    id: "conversation.end",
    group: "conversation",
    label: words.end,
    keys: { key: "e", shift: true },
    when: inHand,
    run: ({ desk, conversation }) => conversation && end.run(desk, conversation),
  },
  {
    id: "conversation.finish",
    group: "conversation",
    label: words.finish,
    keys: { key: "e", shift: true },
    when: ({ desk, conversation }) => conversation !== undefined && finish.when(conversation, desk.me.id),
    run: ({ desk, conversation }) => conversation && finish.run(desk, conversation),
  },
  {
    id: "conversation.release",
    group: "conversation",
    label: texts.conversation.release,
    when: inHand,
    run: ({ desk, conversation }) => conversation && release.run(desk, conversation),
  },
  {
    id: "conversation.leaveChat",
    group: "conversation",
    label: texts.conversation.leave.live_chat,
    when: (scene) => inHand(scene) && scene.conversation?.mode === "live_chat",
    run: ({ desk, conversation }) => conversation && leave.run(desk, conversation),
  },
  {
    id: "conversation.leave",
    group: "conversation",
    label: texts.conversation.leave.other,
    when: (scene) => inHand(scene) && scene.conversation?.mode !== "live_chat",
    run: ({ desk, conversation }) => conversation && leave.run(desk, conversation),
  },
  {
    id: "conversation.why",
    group: "conversation",
    label: texts.routing.how,
    alias: `${texts.routing.whyWaiting} ${texts.routing.whyYou}`,
    keys: { key: "w" },
    when: ({ conversation }) => conversation !== undefined,
    run: ({ conversation }) => conversation && askWhy(conversation.id),
  },
  {
    id: "conversation.customer",
    group: "conversation",
    label: words.customer,
    keys: { key: "p" },
    when: ({ conversation }) => conversation !== undefined,
    run: () => view.setState(({ customerOut }) => ({ customerOut: !customerOut })),
  },
  {
    id: "row.next",
    group: "lists",
    label: words.nextRow,
    keys: { key: "j" },
    byKeyAlone: true,
    when: always,
    run: () => focusRow(1),
  },
  {
    id: "row.previous",
    group: "lists",
    label: words.previousRow,
    keys: { key: "k" },
    byKeyAlone: true,
    when: always,
    run: () => focusRow(-1),
  },
  {
    id: "row.open",
    group: "lists",
    label: words.openRow,
    keys: { key: "enter" },
    byKeyAlone: true,
    when: never,
    run: never,
  },
  ...(["mine", "open", "closed"] as const).map(
    (tab, at): Command => ({
      id: `list.${tab}`,
      group: "lists",
      label: words.list(texts.lists[tab]),
      keys: { key: String(at + 1) },
      when: always,
      run: () => view.setState({ area: "inbox", pane: "list", tab, searchFor: "" }),
    }),
  ),
  {
    id: "list.ongoing",
    group: "lists",
    label: words.list(texts.lists.ongoing),
    keys: { key: "4" },
    when: ({ desk }) => oversees(desk.me.role),
    run: () => view.setState({ area: "ongoing", pane: "list" }),
  },
  {
    id: "list.search",
    group: "lists",
    label: texts.search.field,
    keys: { key: "/" },
    when: always,
    run: focusSearch,
  },
  {
    id: "session.next",
    group: "go",
    label: words.nextSession,
    keys: { key: "j", shift: true },
    when: ({ desk }) => desk.sessions.openCount() > 0,
    run: ({ desk }) => focusSession(desk, 1),
  },
  {
    id: "session.previous",
    group: "go",
    label: words.previousSession,
    keys: { key: "k", shift: true },
    when: ({ desk }) => desk.sessions.openCount() > 0,
    run: ({ desk }) => focusSession(desk, -1),
  },
  {
    id: "go.home",
    group: "go",
    label: words.home,
    when: ({ desk }) => desk.sessions.openCount() > 0,
    run: ({ desk }) => desk.sessions.focus(homeSessionId),
  },
  {
    id: "help.palette",
    group: "help",
    label: words.title,
    keys: { key: "k", mod: true },
    byKeyAlone: true,
    when: always,
    run: () => view.setState(({ overlay }) => ({ overlay: overlay === "palette" ? null : "palette" })),
  },
  {
    id: "help.shortcuts",
    group: "help",
    label: words.shortcuts,
    keys: { key: "?" },
    when: always,
    run: () => view.setState({ overlay: "shortcuts" }),
  },
];
