/** Who the customer is, what they are linked to, what they brought with them, and what happened before. */
import { Button, makeStyles, Subtitle2, Tooltip, tokens } from "@fluentui/react-components";
import { DismissRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { Problem, RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { detailQuery } from "../../app/queries";
import { type Conversation, isInHand } from "../../model";
import { texts } from "../../texts";
import { askWhy, useWhyText } from "../routing/why";
import { useFolded, usePhone, view } from "../workspace/view";
import { EarlierConversations } from "./EarlierConversations";
import { Context, Facts } from "./Facts";
import { LinkedCase, LinkedCustomer } from "./LinkedRecords";
import { SessionHistory } from "./SessionHistory";

const useStyles = makeStyles({
  close: { position: "absolute", top: tokens.spacingVerticalS, insetInlineEnd: tokens.spacingHorizontalS },
  panel: { position: "relative", display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  why: { alignSelf: "flex-start", marginTop: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

export default function CustomerPanel(props: { conversationId: string }) {
  const styles = useStyles();
  const desk = useDesk();
  const folded = useFolded();
  const phone = usePhone();
  const { data, error, refetch } = useQuery(detailQuery(desk, props.conversationId));
  if (error && !data) {
    return (
      <Problem
        title={texts.problems.conversationFailed}
        detail={problemText(error)}
        action={{ label: texts.common.retry, onClick: () => void refetch() }}
      />
    );
  }
  if (!data) return <RowSkeletons label={texts.common.loading} />;
  const mayLink = isInHand(data.conversation, desk.me.id);
  return (
    <div className={styles.panel}>
      {folded && !phone ? (
        <Tooltip content={texts.customer.hide} relationship="label">
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            className={styles.close}
            onClick={() => view.setState({ customerOut: false })}
          />
        </Tooltip>
      ) : null}
      <Section title={texts.customer.person}>
        <LinkedCustomer detail={data} mayLink={mayLink} />
      </Section>
      <Section title={texts.customer.case}>
        <LinkedCase detail={data} mayLink={mayLink} />
      </Section>
      <Section title={texts.customer.details}>
        <Facts conversation={data.conversation} />
        <WhyButton conversation={data.conversation} />
      </Section>
      {data.conversation.context.length > 0 ? (
        <Section title={texts.customer.context}>
          <Context conversation={data.conversation} />
        </Section>
      ) : null}
      <Section title={texts.customer.sessions}>
        <SessionHistory sessions={data.sessions} />
      </Section>
      <Section title={texts.customer.earlier}>
        <EarlierConversations conversation={data.conversation} />
      </Section>
    </div>
  );
}

function WhyButton(props: { conversation: Conversation }) {
  const styles = useStyles();
  const text = useWhyText(props.conversation);
  return (
    <Button
      size="small"
      icon={<QuestionCircleRegular />}
      className={styles.why}
      onClick={() => askWhy(props.conversation.id)}
    >
      {text}
    </Button>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Subtitle2 as="h3" className={styles.title}>
        {props.title}
      </Subtitle2>
      {props.children}
    </section>
  );
}
