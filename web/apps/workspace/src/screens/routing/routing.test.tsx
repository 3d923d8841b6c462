// @vitest-environment jsdom
import {
  aConversation,
  anAssignment,
  aRouting,
  aWaiting,
  decisions,
  guid,
  minutesBefore,
  named,
} from "@frontdesk/fakes";
import { render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { Shown, type Story } from "../../../test/story";
import { api, fakeServer } from "../../../test/testDesk";
import * as stories from "./routing.stories";

const path = `${api}/conversations/${guid("conv", 1)}/routing`;
const tell = (name: string) => Object.entries(stories).find(([known]) => known === name)?.[1]() as Story;
const drawer = () => screen.findByRole("dialog");

async function expectWords(story: Story, words: readonly string[]) {
  render(<Shown story={story} />);
  const shown = within(await drawer());
  await shown.findAllByText(words[0] ?? "");
  const text = (await drawer()).textContent ?? "";
  for (const word of words) expect(text).toContain(word);
}

describe("the answer", () => {
  it.each<[keyof typeof stories, string[]]>([
    [
      "nobodyCan",
      [
        "Nobody can take it now.",
        "Why is this waiting?",
        "3 are away, 2 lack German (6 needed), 1 is full.",
        "Number 3 in Support · waiting 9 minutes",
        "Cleo Banks, Dana Oyelaran or Elif Kaya becomes available.",
        "Somebody with German (6 needed) comes into the queue, or an agent there learns it.",
        "Ada Miles has 30 units free again.",
        "After 15 minutes of waiting it goes on to Billing.",
        "“German speakers” of “Languages” held.",
        "No rule of “Tiers” held.",
        "context.tiernothing",
        "The rule “Half to Support” of “Web chat routes” chose Support.",
        "the draw was 42 (of 0 to 99)",
        "Passed over: Billing (closed).",
        "came in · here now",
      ],
    ],
    ["nobodyServes", ["Nobody serves Support.", "Next in Support · waiting 9 minutes", "An agent joins the queue."]],
    [
      "someoneCan",
      [
        "1 agent can take it; it is offered when its turn comes.",
        "1 could take itFinn Becker",
        "1 is offline",
        "3 more members are not listed",
      ],
    ],
    [
      "waitsToBePicked",
      [
        "It waits until somebody picks it: it is not pushed to anyone.",
        "Somebody picks it, or a supervisor assigns it.",
        "Who could pick it",
        "2 are free for itYou and Bo Lindqvist",
        "Any member of the queue may pick it, whatever stands in the way here.",
      ],
    ],
    [
      "declined",
      [
        "Nobody can take it now.",
        "1 has declined it too often, 1 declined it a moment ago.",
        "Somebody picks it, or a supervisor assigns it: those who declined are not asked again.",
      ],
    ],
    [
      "cameToYou",
      [
        "You had the most capacity free of those who could take it.",
        "Why you?",
        "1 other could have taken it.",
        "Support · after 2 minutes of waiting",
        "2 could take itYou and Finn Becker",
        // What a presence was then is not known any more.
        "1 is not in a presence that takes this work",
        "1 is full",
        "taken by You",
      ],
    ],
    [
      "cameToAColleague",
      [
        "Bo Lindqvist came first by the rule “Anyone after a while”.",
        "Why Bo Lindqvist?",
        "Nobody else could take it.",
      ],
    ],
    ["pickedByYou", ["You picked it yourself.", "Routing did not choose here."]],
    ["transferredToAColleague", ["It was transferred to Bo Lindqvist.", "Routing did not choose here."]],
    [
      "byHandOfNobodyKnown",
      ["Routing did not choose here: the conversation was picked, transferred or assigned by hand."],
    ],
    [
      "closedLongAgo",
      [
        "How it was routed",
        "It had waited 15 minutes in Support.",
        "It went on to Billing.",
        "Support sent it on to Billing.",
        "Bo Lindqvist came nearest to the skills it asks for.",
        "came in · declined 2 times · sent on",
        "waited 1 minute · taken by an agent who has left · talked 5 minutes · ended",
      ],
    ],
    ["notToBeHad", ["The reasons could not be loaded.", "That is not yours to see."]],
  ])("%s", (name, words) => expectWords(tell(name), words));
});

describe("asking why", () => {
  const waiting = aConversation({ status: "open", activeAgentId: null, listAgentId: null, queuedAt: minutesBefore(2) });
  const routing = aRouting({ waiting: aWaiting([{ reason: "units", agents: [named(2, "Bo Lindqvist")] }]) });

  it("an agent asks from an open item, and is told again when it moves", async () => {
    const server = fakeServer({ lists: { open: [waiting] } }).on(`GET ${path}`, routing);
    const { user, connect, say } = openWorkspace({ server, path: `/conversations/${waiting.id}` });
    await connect();
    await user.click((await screen.findAllByRole("button", { name: "Why is this waiting?" }))[0] as HTMLElement);
    expect(await within(await drawer()).findByText("1 is full.")).toBeDefined();
    server.on(`GET ${path}`, aRouting({ decisions: decisions(anAssignment({ because: "affinity" })) }));
    await say({ kind: "conversation_changed", conversation: aConversation() });
    expect((await within(await drawer()).findAllByText("You had it before."))[0]).toBeDefined();
  });

  it("an agent asks about their own from its menu", async () => {
    const own = aConversation();
    const server = fakeServer({ lists: { mine: [own] } });
    server.on(`GET ${path}`, aRouting({ decisions: decisions(anAssignment()) }));
    const { user } = openWorkspace({ server, path: `/conversations/${own.id}` });
    await user.click(await screen.findByRole("button", { name: "More actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Why you?" }));
    expect(await within(await drawer()).findByText("Nobody else could take it.")).toBeDefined();
  });

  it("a supervisor asks from the row of what waits, and closes with Escape", async () => {
    const server = fakeServer({ me: { role: "supervisor" }, lists: { ongoing: [waiting] } }).on(`GET ${path}`, routing);
    const { user } = openWorkspace({ server });
    await user.click(await screen.findByRole("button", { name: "Ongoing" }));
    await user.click(await screen.findByRole("button", { name: "Why is Grace Hall waiting?" }));
    expect(await within(await drawer()).findByText("1 is full.")).toBeDefined();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
