/** One offer: who writes, where, what, and how long there is to answer. */
import { Button, Card, Text } from "@fluentui/react-components";
import { ChannelMark, CountdownRing } from "@frontdesk/ui";
import { Fragment, useEffect } from "react";
import { accept, reject } from "../actions/offer";
import { useDesk, useNow } from "../app/context";
import { TemplateMark } from "../templates/TemplateMark";
import { texts } from "../texts";
import { type OfferLook, useOfferLook } from "./look";
import { useOfferNotification } from "./notification";
import { type Offer, secondsLeft } from "./store";
import { useOfferStyles } from "./styles";

export function OfferCard(props: { offer: Offer }) {
  const styles = useOfferStyles();
  const desk = useDesk();
  const { offer } = props;
  const now = useNow(1_000);
  const look = useOfferLook(offer);
  const channel = look.channel && texts.channel[look.channel];
  const about = channel ? { title: texts.offers.title, name: look.title, words: look.words, channel } : undefined;
  useOfferNotification(offer.sessionId, about, look.desktop);
  useEffect(() => {
    // Whether the server hears of it or not, the offer can be answered; the countdown tells the rest.
    desk.server.displayed(offer.conversationId, offer.sessionId).catch(() => {});
  }, [desk, offer.conversationId, offer.sessionId]);

  const left = Math.min(secondsLeft(offer, now), look.totalMs / 1000);
  return (
    <Card className={styles.card} role="group" aria-label={`${texts.offers.title}: ${look.name}`}>
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
            {look.icon === "channel" ? null : <TemplateMark icon={look.icon} />} {look.title}
          </Text>
          {look.channel ? (
            <Text size={200} className={styles.meta}>
              <ChannelMark channel={look.channel} label={texts.channel[look.channel]} />
              {texts.channel[look.channel]}
              <span>{look.queue}</span>
            </Text>
          ) : null}
        </div>
      </div>
      <OfferBody look={look} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={offer.answering !== null}
          onClick={() => void accept(desk, offer)}
        >
          {look.acceptText}
        </Button>
        {look.rejectText === undefined ? null : (
          <Button
            className={styles.button}
            disabledFocusable={offer.answering !== null}
            onClick={() => void reject(desk, offer)}
          >
            {look.rejectText}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** The fields of its template; without any, what the customer said last. */
export function OfferBody({ look }: { look: OfferLook }) {
  const styles = useOfferStyles();
  if (look.fields.length === 0) return look.words ? <Text className={styles.words}>{look.words}</Text> : null;
  return (
    <dl className={styles.fields}>
      {look.fields.map(({ header, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may say the same.
        <Fragment key={index}>
          <dt className={styles.header}>{header}</dt>
          <dd className={styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
