/** The customer and the case that a conversation is linked to, and the buttons that change that. */
import { Avatar, Button, Link, makeStyles, Text, Tooltip, tokens } from "@fluentui/react-components";
import { LinkDismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { unlink } from "../../actions/records";
import { useDesk } from "../../app/context";
import type { ConversationDetail, RecordType } from "../../model";
import { texts } from "../../texts";
import { CreateContact } from "./CreateContact";
import { LinkRecord } from "./LinkRecord";

const useStyles = makeStyles({
  record: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  words: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  meta: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  detail: ConversationDetail;
  mayLink: boolean;
}

export function LinkedCustomer(props: Props) {
  const styles = useStyles();
  const [doing, setDoing] = useState<"link" | "create" | undefined>();
  const { detail, mayLink } = props;
  const { conversation, customer } = detail;
  const name = customer?.name ?? conversation.customerName;
  const kind = conversation.customer?.kind;
  return (
    <>
      <div className={styles.record}>
        <Avatar name={name} color="colorful" aria-hidden />
        <div className={styles.words}>
          <Text weight="semibold">{name || texts.common.unknown}</Text>
          <span className={styles.meta}>{kind ? texts.customer[kind] : texts.customer.notLinked}</span>
          {customer?.email ? (
            <Link href={`mailto:${customer.email}`} className={styles.meta}>
              {customer.email}
            </Link>
          ) : null}
          {customer?.phone ? (
            <Link href={`tel:${customer.phone}`} className={styles.meta}>
              {customer.phone}
            </Link>
          ) : null}
        </div>
        {conversation.customer && mayLink ? (
          <Unlink
            conversationId={conversation.id}
            type={conversation.customer.kind}
            id={conversation.customer.id}
            name={name}
          />
        ) : null}
      </div>
      {mayLink && !doing ? (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => setDoing("link")}>
            {texts.customer.linkCustomer}
          </Button>
          <Button size="small" onClick={() => setDoing("create")}>
            {texts.customer.createContact}
          </Button>
        </div>
      ) : null}
      {mayLink && doing === "link" ? (
        <LinkRecord
          conversationId={conversation.id}
          nouns={["contact", "account"]}
          onDone={() => setDoing(undefined)}
        />
      ) : null}
      {mayLink && doing === "create" ? (
        <CreateContact conversation={conversation} onDone={() => setDoing(undefined)} />
      ) : null}
    </>
  );
}

export function LinkedCase(props: Props) {
  const styles = useStyles();
  const [linking, setLinking] = useState(false);
  const { detail, mayLink } = props;
  const { conversation } = detail;
  const record = detail.case;
  return (
    <>
      {record ? (
        <div className={styles.record}>
          <div className={styles.words}>
            <Text weight="semibold">{record.title}</Text>
            <span className={styles.meta}>
              {record.ticketNumber} · {texts.customer.caseStatus[record.status]}
            </span>
          </div>
          {mayLink ? (
            <Unlink conversationId={conversation.id} type="incident" id={record.id} name={record.ticketNumber} />
          ) : null}
        </div>
      ) : (
        <span className={styles.meta}>{texts.customer.noCase}</span>
      )}
      {mayLink && !linking ? (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => setLinking(true)}>
            {texts.customer.linkCase}
          </Button>
        </div>
      ) : null}
      {mayLink && linking ? (
        <LinkRecord conversationId={conversation.id} nouns={["incident"]} onDone={() => setLinking(false)} />
      ) : null}
    </>
  );
}

function Unlink(props: { conversationId: string; type: RecordType; id: string; name: string }) {
  const desk = useDesk();
  return (
    <Tooltip content={texts.customer.unlinkNamed(props.name)} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={<LinkDismissRegular />}
        onClick={() => void unlink(desk, props.conversationId, props.type, props.id)}
      />
    </Tooltip>
  );
}
