/** A colleague's question for advice: who asks, about whom, and how long there is to answer. */
import { Button, Card, Text } from "@fluentui/react-components";
import { ChannelMark, CountdownRing } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { acceptConsult, rejectConsult } from "../actions/guests";
import { useDesk, useNow } from "../app/context";
import { workstreamQuery } from "../app/queries";
import type { Invitation } from "../guests/invitations";
import { useColleagueNames } from "../guests/names";
import { texts } from "../texts";
import { useOfferLook } from "./look";
import { useOfferNotification } from "./notification";
import { OfferBody } from "./OfferCard";
import { secondsLeft } from "./store";
import { useOfferStyles } from "./styles";

/** Until the workstream is known. */
const patienceMs = 120_000;

export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const styles = useOfferStyles();
  const desk = useDesk();
  const nameOf = useColleagueNames();
  const { conversation, guest } = invitation;
  const now = useNow(1_000);
  const [answering, setAnswering] = useState(false);
  const { data: workstreams } = useQuery(workstreamQuery(desk));
  const workstream = workstreams?.find((known) => known.id === conversation.workstreamId);
  const standing = { conversationId: conversation.id, totalMs: workstream?.offerTimeoutMs ?? patienceMs };
  const look = useOfferLook(standing, "consult");
  const words = texts.guests.consult;
  const channel = texts.channel[conversation.channel];
  useOfferNotification(
    guest.id,
    { title: words.invitation, name: look.title, words: look.words, channel },
    look.desktop,
  );

  async function answer(act: typeof acceptConsult) {
    setAnswering(true);
    await act(desk, conversation, guest);
    setAnswering(false);
  }

  const expiresAt = new Date(Date.parse(guest.addedAt) + look.totalMs).toISOString();
  const left = Math.min(secondsLeft({ expiresAt }, now), look.totalMs / 1000);
  return (
    <Card className={styles.card} role="group" aria-label={words.invitationOf(look.name)}>
      <div className={styles.head}>
        {look.countdownShown ? (
          <CountdownRing
            secondsLeft={left}
            secondsTotal={look.totalMs / 1000}
            label={texts.offers.secondsLeft(Math.ceil(left))}
          />
        ) : null}
        <div className={styles.who}>
          <Text weight="semibold" size={400} className={styles.name}>
            {words.asks(nameOf(conversation.activeAgentId))}
          </Text>
          <Text size={200} className={styles.meta}>
            <ChannelMark channel={conversation.channel} label={channel} />
            <span>{look.title}</span>
            <span>{look.queue}</span>
          </Text>
        </div>
      </div>
      <OfferBody look={look} />
      <Text size={200} className={styles.meta}>
        {words.free}
      </Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={answering}
          onClick={() => void answer(acceptConsult)}
        >
          {look.acceptText}
        </Button>
        {look.rejectText === undefined ? null : (
          <Button className={styles.button} disabledFocusable={answering} onClick={() => void answer(rejectConsult)}>
            {look.rejectText}
          </Button>
        )}
      </div>
    </Card>
  );
}
