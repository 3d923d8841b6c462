/** What waits for the agent, in the title of the browser's tab. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useDesk, useSelected } from "../../app/context";
import { listQuery } from "../../app/queries";
import { useInvitations } from "../../guests/invitations";
import { texts } from "../../texts";

export function titleOf(offers: number, unread: number, questions = 0): string {
  const parts = [
    ...(offers > 0 ? [texts.offers.inTitle(offers)] : []),
    ...(questions > 0 ? [texts.guests.inTitle(questions)] : []),
    ...(unread > 0 ? [texts.title.unread(unread)] : []),
  ];
  return parts.length > 0 ? texts.title.counted(parts) : texts.title.plain;
}

export function useTitle(): void {
  const desk = useDesk();
  const offers = useSelected(desk.offers.store, (state) => state.offers.length);
  const questions = useInvitations().length;
  const { data: mine } = useQuery(listQuery(desk, "mine"));
  const unread = mine?.items.reduce((sum, item) => sum + item.unread, 0) ?? 0;
  useEffect(() => {
    document.title = titleOf(offers, unread, questions);
  }, [offers, unread, questions]);
}
