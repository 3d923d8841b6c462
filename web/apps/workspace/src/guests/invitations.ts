/** The questions for advice that this agent has not answered yet. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { useDesk } from "../app/context";
import { detailQuery, listQuery } from "../app/queries";
import type { Conversation, Participant } from "../model";
import { guestOf, standingOf } from "./guests";

export interface Invitation {
  conversation: Conversation;
  guest: Participant;
}

export function useInvitations(): Invitation[] {
  const desk = useDesk();
  const { data: visiting } = useQuery(listQuery(desk, "visiting"));
  const details = useQueries({ queries: (visiting?.items ?? []).map(({ id }) => detailQuery(desk, id)) });
  return details.flatMap(({ data }) => {
    const guest = data && guestOf(data, desk.me.id);
    return guest && standingOf(guest) === "invited" ? [{ conversation: data.conversation, guest }] : [];
  });
}
