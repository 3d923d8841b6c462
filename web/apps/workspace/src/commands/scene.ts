/** The moment in which a key is pressed or the palette opens: read from the desk, not watched. */
import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { useDesk } from "../app/context";
import type { Desk } from "../app/desk";
import { keys } from "../app/keys";
import type { AppRouter } from "../app/router";
import { guestOf, standingOf } from "../guests/guests";
import type { ConversationList } from "../live/lists";
import type { ConversationDetail } from "../model";
import { writes } from "../screens/conversation/writes";
import { isAdministration } from "../screens/workspace/useAddress";
import type { Scene } from "./command";

export function useScene(): () => Scene {
  const desk = useDesk();
  const router = useRouter();
  return useCallback(() => sceneOf(desk, router), [desk, router]);
}

function sceneOf(desk: Desk, router: Pick<AppRouter, "navigate" | "state">): Scene {
  // Behind administration's screens no conversation is in front of anybody.
  const administering = isAdministration(router.state.location.pathname);
  const conversationId = administering ? null : desk.sessions.focused().conversationId;
  const detail = conversationId ? detailOf(desk, conversationId) : undefined;
  const conversation = detail?.conversation ?? (conversationId ? desk.conversation(conversationId) : undefined);
  const guest = detail && guestOf(detail, desk.me.id);
  return {
    desk,
    goTo: (path) => void router.navigate({ to: path }),
    conversation,
    writing: conversation && writes(conversation, desk.me.id, desk.me.role, guest),
    offer: desk.offers.store.getState().offers[0],
    invitation: invitationOf(desk),
  };
}

const detailOf = (desk: Desk, id: string) => desk.cache.getQueryData<ConversationDetail>(keys.detail(id));

function invitationOf(desk: Desk): Scene["invitation"] {
  const visiting = desk.cache.getQueryData<ConversationList>(keys.list("visiting"))?.items ?? [];
  for (const { id } of visiting) {
    const detail = detailOf(desk, id);
    const guest = detail && guestOf(detail, desk.me.id);
    if (detail && guest && standingOf(guest) === "invited") return { conversation: detail.conversation, guest };
  }
  return undefined;
}
