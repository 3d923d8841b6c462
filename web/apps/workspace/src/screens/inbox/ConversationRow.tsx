/** A row says who, what, when, and what is owed. */
import { Button, Checkbox, CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUpFilled, ClockRegular, PersonAddRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { ChannelMark, own, TruncatedText } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { pick } from "../../actions/conversation";
import { useDesk, useSelected } from "../../app/context";
import { queueName, queueQuery } from "../../app/queries";
import { useColleagueNames } from "../../guests/names";
import { lastActivity } from "../../live/lists";
import type { Conversation, ConversationView } from "../../model";
import { texts } from "../../texts";
import { fullTime, shortSpan, spokenSpan, timeOrDate } from "../../texts/time";
import { askWhy } from "../routing/why";

export const rowHeight = 84;

const useStyles = makeStyles({
  row: {
    position: "relative",
    height: "100%",
    boxSizing: "border-box",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":hover [data-quick]": { opacity: 1 },
    ":focus-within [data-quick]": { opacity: 1 },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  selecting: { display: "flex", alignItems: "center" },
  select: { flexShrink: 0 },
  open: {
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    rowGap: "2px",
    width: "100%",
    minWidth: 0,
    height: "100%",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0, width: "100%" },
  name: { flexGrow: 1, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  unreadName: { fontWeight: tokens.fontWeightSemibold },
  text: {
    flexGrow: 1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  meta: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
    flexShrink: 0,
  },
  metaText: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  marked: { display: "inline-flex", alignItems: "center", columnGap: "2px" },
  waiting: { color: own.warning, fontWeight: tokens.fontWeightSemibold },
  urgent: { color: own.danger, fontWeight: tokens.fontWeightSemibold },
  draft: { color: own.information },
  quick: {
    position: "absolute",
    display: "flex",
    columnGap: tokens.spacingHorizontalXS,
    insetInlineEnd: tokens.spacingHorizontalS,
    bottom: "6px",
    opacity: 0,
    "@media (hover: none)": { opacity: 1 },
  },
});

export interface ConversationRowProps {
  view: ConversationView;
  conversation: Conversation;
  /** What one is in it, where it is another's. */
  part?: string | undefined;
  /** None: nothing is being selected. */
  selected?: boolean | undefined;
  onSelect?: (withShift: boolean) => void;
  now: number;
  current: boolean;
  onOpen: () => void;
}

export function ConversationRow(props: ConversationRowProps) {
  const styles = useStyles();
  const desk = useDesk();
  const { view, conversation, part, selected, onSelect, now, current, onOpen } = props;
  const { data: queues } = useQuery(queueQuery(desk));
  const draft = useSelected(desk.drafts.store, (drafts) => drafts[conversation.id]?.public ?? "");
  const nameOf = useColleagueNames();
  const { activeAgentId } = conversation;
  const unread = conversation.unread > 0;
  const name = conversation.customerName || texts.common.unknown;
  const showsStatus = view === "ongoing" || conversation.status !== (view === "open" ? "open" : "active");
  return (
    <div className={mergeClasses(styles.row, current && styles.current, selected !== undefined && styles.selecting)}>
      {selected === undefined ? null : (
        <Checkbox
          className={styles.select}
          checked={selected}
          aria-label={texts.supervision.bulk.selectNamed(name)}
          onChange={(event) => onSelect?.((event.nativeEvent as MouseEvent).shiftKey)}
        />
      )}
      <button type="button" data-row aria-current={current || undefined} className={styles.open} onClick={onOpen}>
        <span className={styles.line}>
          <ChannelMark channel={conversation.channel} label={texts.channel[conversation.channel]} />
          <TruncatedText text={name} className={mergeClasses(styles.name, unread && styles.unreadName)} />
          <RowTime conversation={conversation} now={now} />
        </span>
        <span className={styles.line}>
          {draft ? (
            <TruncatedText
              text={`${texts.composer.draft}: ${draft}`}
              className={mergeClasses(styles.text, styles.draft)}
            />
          ) : (
            <TruncatedText text={lastLine(conversation, desk.me.name)} className={styles.text} />
          )}
          {unread ? (
            <CounterBadge
              count={conversation.unread}
              size="small"
              color="brand"
              aria-label={texts.lists.unread(conversation.unread)}
            />
          ) : null}
        </span>
        <span className={styles.line}>
          {conversation.priority === "high" ? (
            <span className={mergeClasses(styles.meta, styles.marked, styles.urgent)}>
              <ArrowUpFilled aria-hidden />
              {texts.lists.urgent}
            </span>
          ) : null}
          {part ? <span className={styles.meta}>{part}</span> : null}
          {showsStatus ? <span className={styles.meta}>{texts.status[conversation.status]}</span> : null}
          {view === "ongoing" && activeAgentId ? (
            <TruncatedText text={nameOf(activeAgentId)} className={styles.metaText} />
          ) : null}
          <TruncatedText text={queueName(queues, conversation.queueId) ?? ""} className={styles.metaText} />
        </span>
      </button>
      <div data-quick className={styles.quick}>
        {conversation.status === "open" ? (
          <Button
            size="small"
            icon={<QuestionCircleRegular />}
            aria-label={texts.routing.openNamed(name)}
            onClick={() => askWhy(conversation.id)}
          >
            {texts.routing.open}
          </Button>
        ) : null}
        {(view === "open" || view === "mine") && pick.when(conversation, desk.me.id) ? (
          <Button
            size="small"
            icon={<PersonAddRegular />}
            aria-label={`${pick.label(conversation)}: ${name}`}
            onClick={() => void pick.run(desk, conversation)}
          >
            {pick.label(conversation)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** How long the customer has been waiting for an answer; where nobody waits, when something was last said. */
function RowTime(props: { conversation: Conversation; now: number }) {
  const styles = useStyles();
  const { conversation, now } = props;
  const waits = conversation.status === "open" || conversation.status === "active";
  const waitingSince = waits ? conversation.customerWaitingSince : null;
  if (!waitingSince) {
    const at = conversation.closedAt ?? lastActivity(conversation);
    return (
      <time dateTime={at} title={fullTime(at)} className={styles.meta}>
        {timeOrDate(at, now)}
      </time>
    );
  }
  const waited = now - Date.parse(waitingSince);
  return (
    <span
      className={mergeClasses(styles.meta, styles.marked, styles.waiting)}
      title={texts.lists.waitingFor(spokenSpan(waited))}
    >
      <ClockRegular aria-hidden />
      <span aria-hidden>{shortSpan(waited)}</span>
      <span className="visually-hidden">{texts.lists.waitingFor(spokenSpan(waited))}</span>
    </span>
  );
}

function lastLine(conversation: Conversation, ownName: string): string {
  const last = conversation.lastMessage;
  if (!last) return conversation.title || texts.lists.noMessages;
  const words = last.text || (last.attachments > 0 ? texts.files.sent(last.attachments) : "");
  if (last.fromCustomer) return words;
  return texts.lists.wrote(last.senderName === ownName ? texts.common.you : last.senderName, words);
}
