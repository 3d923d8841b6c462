/** Commands that come of what there is: conversations to go to, presences, themes, languages. */
import { setPresence } from "../actions/records";
import { keys } from "../app/keys";
import { chooseTheme, themeChoices } from "../app/looks";
import type { ConversationList } from "../live/lists";
import type { Conversation, Presence } from "../model";
import { view } from "../screens/workspace/view";
import { texts } from "../texts";
import { changeLanguage } from "../texts/change";
import { languageNames, languages } from "../texts/language";
import type { Command, Scene } from "./command";

const words = texts.commands;
const always = () => true;

export function choicesOf({ desk, goTo }: Scene): Command[] {
  return [...conversationsOf(desk, goTo), ...presencesOf(desk), ...looksOf()];
}

/** Those in any list that has been loaded, one's own first. */
function conversationsOf(desk: Scene["desk"], goTo: Scene["goTo"]): Command[] {
  const lists = (["mine", "visiting", "open", "ongoing", "closed"] as const).flatMap(
    (name) => desk.cache.getQueryData<ConversationList>(keys.list(name))?.items ?? [],
  );
  const known = new Map<string, Conversation>();
  for (const conversation of lists) if (!known.has(conversation.id)) known.set(conversation.id, conversation);
  return [...known.values()].map((conversation) => {
    const name = conversation.customerName || texts.common.unknown;
    return {
      id: `go.${conversation.id}`,
      group: "go",
      label: words.conversationWith(name),
      alias: `${conversation.title ?? ""} ${conversation.lastMessage?.text ?? ""}`,
      when: always,
      run: () => {
        desk.sessions.openConversation(conversation.id, { title: conversation.customerName });
        view.setState({ pane: "conversation" });
        goTo(`/conversations/${conversation.id}`);
      },
    };
  });
}

function presencesOf(desk: Scene["desk"]): Command[] {
  const presences = desk.cache.getQueryData<Presence[]>(keys.presences) ?? [];
  return presences
    .filter((presence) => presence.settable)
    .map((presence) => ({
      id: `presence.${presence.id}`,
      group: "presence",
      label: words.presenceOf(presence.name),
      when: always,
      run: () => setPresence(desk, presence.id),
    }));
}

function looksOf(): Command[] {
  const themes = themeChoices.map(
    (theme): Command => ({
      id: `theme.${theme}`,
      group: "looks",
      label: words.theme(texts.profile.themes[theme]),
      when: always,
      run: () => chooseTheme(theme),
    }),
  );
  const spoken = languages.map(
    (language): Command => ({
      id: `language.${language}`,
      group: "looks",
      label: words.language(languageNames[language]),
      when: always,
      run: () => changeLanguage(language),
    }),
  );
  return [...themes, ...spoken];
}
