/** One message: the customer's at the left, ours at the right, notes unmistakably apart, system lines in words. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { type Delivery, DeliveryTick, own } from "@frontdesk/ui";
import { lazy, memo, type ReactNode, Suspense } from "react";
import { useDesk } from "../../app/context";
import type { Pending } from "../../composing/outbox";
import { deliveryOf } from "../../live/messages";
import type { Attachment, Message, ReadMarks } from "../../model";
import { texts } from "../../texts";
import { fullTime, timeOfDay } from "../../texts/time";

const Attachments = lazy(() => import("../files/Attachments"));
const groupedMs = 5 * 60_000;

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", alignItems: "flex-start", marginTop: "2px" },
  apart: { marginTop: tokens.spacingVerticalM },
  ours: { alignItems: "flex-end" },
  head: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    marginBottom: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  bubble: {
    boxSizing: "border-box",
    maxWidth: "min(720px, 85%)",
    padding: `6px ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    backgroundColor: own.customerBackground,
    color: own.customerForeground,
  },
  reply: { backgroundColor: own.replyBackground, color: own.replyForeground },
  note: {
    backgroundColor: own.noteBackground,
    color: own.noteForeground,
    border: `1px dashed ${own.noteBorder}`,
    borderLeft: `4px solid ${own.noteBorder}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  noteMark: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "normal",
  },
  foot: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  failed: { color: own.danger, flexWrap: "wrap", justifyContent: "flex-end" },
  system: {
    margin: `${tokens.spacingVerticalS} 0`,
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
});

export interface MessageItemProps {
  message: Message;
  /** The one above it on the same day. */
  before: Message | undefined;
  marks: ReadMarks;
  ownId: string;
}

export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const styles = useStyles();
  const { message, before, marks, ownId } = props;
  const { sender } = message;
  if (sender.kind === "system") {
    const words = texts.system[sender.event as keyof typeof texts.system] ?? texts.system.session_closed;
    return (
      <div className={styles.system}>
        {words} <time dateTime={message.sentAt}>{timeOfDay(message.sentAt)}</time>
      </div>
    );
  }
  const ours = sender.kind === "agent";
  const name = ours && sender.agentId === ownId ? texts.common.you : sender.name;
  const grouped = before !== undefined && continues(before, message);
  return (
    <div className={mergeClasses(styles.row, ours && styles.ours, !grouped && styles.apart)}>
      {grouped ? null : (
        <div className={styles.head}>
          <span>{name}</span>
          <time dateTime={message.sentAt} title={fullTime(message.sentAt)}>
            {timeOfDay(message.sentAt)}
          </time>
        </div>
      )}
      <Bubble
        note={message.visibility === "internal"}
        ours={ours}
        title={fullTime(message.sentAt)}
        conversationId={message.conversationId}
        attachments={message.attachments}
      >
        {message.text}
      </Bubble>
      {ours && message.visibility === "public" ? (
        <div className={styles.foot}>
          <Tick delivery={deliveryOf(message, marks)} />
        </div>
      ) : null}
    </div>
  );
});

/** A message on its way to the server, or one that the server refused. */
export function PendingItem(props: { message: Pending }) {
  const styles = useStyles();
  const desk = useDesk();
  const { message } = props;
  const failed = message.state === "failed";
  return (
    <div className={mergeClasses(styles.row, styles.ours)}>
      <Bubble
        note={message.visibility === "internal"}
        ours
        title={fullTime(message.writtenAt)}
        conversationId={message.conversationId}
        attachments={message.attachments ?? []}
      >
        {message.text}
      </Bubble>
      <div className={mergeClasses(styles.foot, failed && styles.failed)}>
        {failed ? <span>{texts.composer.notSent(message.reason ?? "")}</span> : null}
        <Tick delivery={failed ? "failed" : "queued"} />
        {failed ? (
          <>
            <Button size="small" onClick={() => void desk.outbox.retry(message.clientMessageId)}>
              {texts.common.retry}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => desk.outbox.discard(message.clientMessageId)}>
              {texts.composer.discard}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}

interface BubbleProps {
  note: boolean;
  ours: boolean;
  title: string;
  conversationId: string;
  attachments: readonly Attachment[];
  children: string;
}

function Bubble(props: BubbleProps) {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(styles.bubble, props.ours && styles.reply, props.note && styles.note)}
      title={props.title}
      data-visibility={props.note ? "internal" : "public"}
    >
      {props.note ? (
        <span className={styles.noteMark}>
          <LockClosedRegular aria-hidden />
          {texts.composer.noteMark}
        </span>
      ) : null}
      <div dir="auto">{withLinks(props.children)}</div>
      {props.attachments.length > 0 ? (
        <Suspense>
          <Attachments conversationId={props.conversationId} attachments={props.attachments} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Tick(props: { delivery: Delivery }) {
  return <DeliveryTick delivery={props.delivery} label={texts.composer.delivery[props.delivery]} />;
}

function continues(before: Message, message: Message): boolean {
  const close = Date.parse(message.sentAt) - Date.parse(before.sentAt) < groupedMs;
  return close && before.visibility === message.visibility && senderKey(before) === senderKey(message);
}

function senderKey({ sender }: Message): string {
  if (sender.kind === "agent") return sender.agentId;
  return sender.kind === "customer" ? `customer ${sender.name}` : `system ${sender.event}`;
}

const linkPattern = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/;

/** Web addresses become links; everything else stays the text it is. */
function withLinks(text: string): ReactNode[] {
  return text.split(linkPattern).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Link key={at} inline href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </Link>
    ) : (
      part
    ),
  );
}
