/** One offer: who writes, where, what, and how long there is to answer. */
import { Button, Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChannelMark, CountdownRing } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { accept, reject } from "../actions/offer";
import { useDesk, useNow } from "../app/context";
import { detailQuery, queueName, queueQuery, workstreamQuery } from "../app/queries";
import { texts } from "../texts";
import { useOfferNotification } from "./notification";
import { type Offer, secondsLeft } from "./store";

const useStyles = makeStyles({
  card: {
    boxShadow: tokens.shadow28,
    padding: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    borderTop: `3px solid ${tokens.colorBrandStroke1}`,
  },
  head: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  who: { display: "flex", flexDirection: "column", minWidth: 0, flexGrow: 1 },
  name: { overflowWrap: "anywhere" },
  meta: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  words: {
    overflow: "hidden",
    display: "-webkit-box",
    "-webkit-line-clamp": "3",
    "-webkit-box-orient": "vertical",
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
});

export function OfferCard(props: { offer: Offer }) {
  const styles = useStyles();
  const desk = useDesk();
  const { offer } = props;
  const now = useNow(1_000);
  const { data } = useQuery(detailQuery(desk, offer.conversationId));
  const { data: queues } = useQuery(queueQuery(desk));
  const { data: workstreams } = useQuery(workstreamQuery(desk));
  const conversation = data?.conversation;
  const notification = workstreams?.find((known) => known.id === conversation?.workstreamId)?.notification;
  const name = conversation?.customerName || texts.common.unknown;
  const words = conversation?.lastMessage?.text || conversation?.title || "";
  useOfferNotification(offer, conversation && { name, words, channel: texts.channel[conversation.channel] });
  useEffect(() => {
    // Whether the server hears of it or not, the offer can be answered; the countdown tells the rest.
    desk.server.displayed(offer.conversationId, offer.sessionId).catch(() => {});
  }, [desk, offer.conversationId, offer.sessionId]);

  const left = Math.min(secondsLeft(offer, now), offer.totalMs / 1000);
  return (
    <Card className={styles.card} role="group" aria-label={`${texts.offers.title}: ${name}`}>
      <div className={styles.head}>
        <CountdownRing
          secondsLeft={left}
          secondsTotal={offer.totalMs / 1000}
          label={texts.offers.secondsLeft(Math.ceil(left))}
        />
        <div className={styles.who}>
          <Text weight="semibold" size={400} className={styles.name}>
            {name}
          </Text>
          {conversation ? (
            <Text size={200} className={styles.meta}>
              <ChannelMark channel={conversation.channel} label={texts.channel[conversation.channel]} />
              {texts.channel[conversation.channel]}
              <span>{queueName(queues, conversation.queueId)}</span>
            </Text>
          ) : null}
        </div>
      </div>
      {words ? <Text className={styles.words}>{words}</Text> : null}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={offer.answering !== null}
          onClick={() => void accept(desk, offer)}
        >
          {texts.offers.accept}
        </Button>
        {notification === "screen_pop_with_timeout" ? null : (
          <Button
            className={styles.button}
            disabledFocusable={offer.answering !== null}
            onClick={() => void reject(desk, offer)}
          >
            {texts.offers.reject}
          </Button>
        )}
      </div>
    </Card>
  );
}
