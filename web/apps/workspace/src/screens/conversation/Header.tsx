/** Who the conversation is with, where it stands, and what can be done with it as a whole. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowSwapRegular,
  MoreHorizontalRegular,
  PanelRightRegular,
  PeopleChatRegular,
  StopRegular,
} from "@fluentui/react-icons";
import { ChannelMark, own, TruncatedText } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { end, leave, release } from "../../actions/conversation";
import { useDesk, useSelected } from "../../app/context";
import { queueName, queueQuery } from "../../app/queries";
import { type Conversation, isInHand } from "../../model";
import { texts } from "../../texts";
import { timeOfDay } from "../../texts/time";
import { askWhy } from "../routing/why";
import { SuperviseMenu } from "../supervise/SuperviseMenu";
import { useFolded, usePhone, view } from "../workspace/view";

const ConsultDialog = lazy(() => import("../guests/ConsultDialog"));
const TransferDialog = lazy(() => import("./TransferDialog"));

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "52px",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flexGrow: 1, minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  meta: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: "nowrap",
  },
  connected: { color: own.success },
  gone: { color: own.warning },
  buttons: { display: "flex", flexShrink: 0, columnGap: tokens.spacingHorizontalXS },
});

export function Header(props: { conversation: Conversation }) {
  const styles = useStyles();
  const desk = useDesk();
  const phone = usePhone();
  const folded = useFolded();
  const customerOut = useSelected(view, (state) => state.customerOut);
  const asking = useSelected(view, ({ asking }) => (asking?.of === props.conversation.id ? asking.what : null));
  const setAsking = (what: "transfer" | "consult" | null) =>
    view.setState({ asking: what && { what, of: props.conversation.id } });
  const { data: queues } = useQuery(queueQuery(desk));
  const { conversation } = props;
  const inHand = isInHand(conversation, desk.me.id);
  const AskingDialog = asking === "transfer" ? TransferDialog : ConsultDialog;
  const queue = queueName(queues, conversation.queueId);
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <TruncatedText text={conversation.customerName || texts.common.unknown} />
        </h2>
        <div className={styles.meta}>
          <ChannelMark channel={conversation.channel} label={texts.channel[conversation.channel]} />
          <span>{texts.status[conversation.status]}</span>
          {queue ? <TruncatedText text={`· ${queue}`} /> : null}
          <CustomerConnection conversation={conversation} />
        </div>
      </div>
      <div className={styles.buttons}>
        {inHand ? (
          <>
            <Tooltip content={texts.guests.consult.askHint} relationship="label">
              <Button icon={<PeopleChatRegular />} onClick={() => setAsking("consult")}>
                {phone ? undefined : texts.guests.consult.ask}
              </Button>
            </Tooltip>
            <Tooltip content={texts.conversation.transfer} relationship="label">
              <Button icon={<ArrowSwapRegular />} onClick={() => setAsking("transfer")}>
                {phone ? undefined : texts.conversation.transfer}
              </Button>
            </Tooltip>
            <Tooltip content={texts.conversation.endHint} relationship="description">
              <Button icon={<StopRegular />} onClick={() => void end.run(desk, conversation)}>
                {texts.conversation.end}
              </Button>
            </Tooltip>
            <Menu positioning="below-end">
              <MenuTrigger disableButtonEnhancement>
                <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={texts.common.more_actions} />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {[release, leave].map((action) => (
                    <MenuItem key={action.id} onClick={() => void action.run(desk, conversation)}>
                      {action.label(conversation)}
                    </MenuItem>
                  ))}
                  <MenuItem onClick={() => askWhy(conversation.id)}>{texts.routing.whyYou}</MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          </>
        ) : (
          <SuperviseMenu conversation={conversation} />
        )}
        {folded && !phone ? (
          <Tooltip content={customerOut ? texts.customer.hide : texts.customer.show} relationship="label">
            <Button
              appearance="subtle"
              icon={<PanelRightRegular />}
              aria-pressed={customerOut}
              onClick={() => view.setState({ customerOut: !customerOut })}
            />
          </Tooltip>
        ) : null}
      </div>
      {asking ? (
        <Suspense fallback={null}>
          <AskingDialog conversation={conversation} onClose={() => setAsking(null)} />
        </Suspense>
      ) : null}
    </header>
  );
}

function CustomerConnection(props: { conversation: Conversation }) {
  const styles = useStyles();
  const { customerPresence, status } = props.conversation;
  if (status === "closed" || customerPresence.state === "unknown") return null;
  const connected = customerPresence.state === "connected";
  const text = connected
    ? texts.conversation.customer.connected
    : texts.conversation.customer.disconnected(timeOfDay(customerPresence.since ?? props.conversation.modifiedAt));
  return <TruncatedText text={`· ${text}`} className={mergeClasses(connected ? styles.connected : styles.gone)} />;
}
