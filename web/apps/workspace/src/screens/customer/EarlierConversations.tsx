/** What else there has been with the same customer, as far as this agent's lists tell. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ChannelMark, TruncatedText } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useDesk, useNow } from "../../app/context";
import { earlierQuery } from "../../app/queries";
import type { Conversation } from "../../model";
import { texts } from "../../texts";
import { timeOrDate } from "../../texts/time";

const useStyles = makeStyles({
  items: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  title: { flexGrow: 1, minWidth: 0 },
  meta: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    flexShrink: 0,
  },
});

export function EarlierConversations(props: { conversation: Conversation }) {
  const styles = useStyles();
  const desk = useDesk();
  const now = useNow();
  const { conversation } = props;
  const { data } = useQuery(earlierQuery(desk, conversation));
  const earlier = data?.filter((other) => other.id !== conversation.id) ?? [];
  if (earlier.length === 0) return <span className={styles.meta}>{texts.customer.noEarlier}</span>;
  return (
    <ul className={styles.items}>
      {earlier.map((other) => (
        <li key={other.id} className={styles.item}>
          <ChannelMark channel={other.channel} label={texts.channel[other.channel]} />
          <Link
            as="button"
            className={styles.title}
            onClick={() => desk.sessions.openConversation(other.id, { title: other.customerName })}
          >
            <TruncatedText text={other.title || other.customerName} />
          </Link>
          <span className={styles.meta}>
            {texts.status[other.status]} · {timeOrDate(other.createdAt, now)}
          </span>
        </li>
      ))}
    </ul>
  );
}
