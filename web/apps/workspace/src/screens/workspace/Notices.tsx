/**
 * Short words about what just happened, at the foot of the page. News goes by itself; failures, and what colleagues
 * say, stay until they are read.
 */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { useDesk, useSelected } from "../../app/context";
import type { Notice, Subject } from "../../app/notices";
import { texts } from "../../texts";

const newsMs = 6_000;

const useStyles = makeStyles({
  notices: {
    position: "fixed",
    insetInline: 0,
    marginInline: "auto",
    bottom: tokens.spacingVerticalXXL,
    zIndex: 20,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    width: "min(520px, calc(100vw - 32px))",
    pointerEvents: "none",
  },
  notice: { pointerEvents: "auto", boxShadow: tokens.shadow16, borderRadius: tokens.borderRadiusMedium },
  detail: { overflowWrap: "anywhere", whiteSpace: "pre-line" },
  about: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    maxHeight: "20vh",
    overflowY: "auto",
  },
});

export function Notices() {
  const styles = useStyles();
  const desk = useDesk();
  const notices = useSelected(desk.notices.store, (state) => state.notices);
  return (
    <div className={styles.notices} aria-live="polite">
      {notices.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} onDismiss={() => desk.notices.dismiss(notice.id)} />
      ))}
    </div>
  );
}

function NoticeBar(props: { notice: Notice; onDismiss: () => void }) {
  const styles = useStyles();
  const { notice, onDismiss } = props;
  useEffect(() => {
    if (notice.intent === "error" || notice.about) return;
    const timer = setTimeout(onDismiss, newsMs);
    return () => clearTimeout(timer);
  });
  return (
    <MessageBar intent={notice.intent} layout="multiline" className={styles.notice}>
      <MessageBarBody>
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        <span className={styles.detail}>{notice.detail}</span>
        {notice.about ? <About subjects={notice.about} /> : null}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={texts.common.close}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}

function About({ subjects }: { subjects: readonly Subject[] }) {
  const styles = useStyles();
  const desk = useDesk();
  return (
    <span className={styles.about}>
      {subjects.map(({ conversationId, name }) => (
        <Link
          key={conversationId}
          as="button"
          onClick={() => desk.sessions.openConversation(conversationId, { title: name })}
        >
          {texts.supervision.notice.open(name)}
        </Link>
      ))}
    </span>
  );
}
