/** One's own API tokens: made, shown once, and made worthless. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { AddRegular, CopyRegular, DeleteRegular } from "@fluentui/react-icons";
import { EmptyState, Problem, RowSkeletons, TruncatedText } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useDesk, useNow } from "../../../app/context";
import { problemText } from "../../../app/problems";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { fullTime, timeOrDate } from "../../../texts/time";
import { address, collection, listKey, listOptions, useClient } from "../kit/data";
import { Question } from "../kit/dialogs";
import { faultsOf } from "../kit/faults";
import { Page } from "../parts/Page";

const { tokens: own } = words;

interface Token {
  id: string;
  name: string;
  createdAt: string;
  expiresAt: string | null;
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, maxWidth: "720px" },
  token: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "52px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flexGrow: 1, minWidth: 0, display: "grid" },
  meta: { color: tokens.colorNeutralForeground3 },
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  secret: { fontFamily: tokens.fontFamilyMonospace },
  act: { alignSelf: "flex-start" },
});

function TokensScreen() {
  const styles = useStyles();
  const client = useClient();
  const now = useNow();
  const { cache } = useRouter().options.context;
  const { data, error, refetch } = useQuery({ ...listOptions(client, "tokens"), refetchOnMount: "always" });
  const [isMaking, setIsMaking] = useState(false);
  const [ending, setEnding] = useState<Token>();
  const items = (data ?? []) as Token[];
  const create = (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => setIsMaking(true)}>
      {own.create}
    </Button>
  );
  const again = () => cache.invalidateQueries({ queryKey: listKey("tokens") });
  return (
    <Page title={own.many} lead={own.lead} act={items.length > 0 ? create : undefined}>
      {error && !data ? (
        <Problem
          title={texts.problems.listFailed}
          detail={problemText(error)}
          action={{ label: texts.common.retry, onClick: () => void refetch() }}
        />
      ) : null}
      {!data && !error ? <RowSkeletons label={texts.common.loading} /> : null}
      {data && items.length === 0 ? (
        <EmptyState title={own.empty} hint={own.emptyHint}>
          {create}
        </EmptyState>
      ) : null}
      <ul className={styles.list} aria-label={own.many}>
        {items.map((token) => (
          <li key={token.id} className={styles.token}>
            <span className={styles.words}>
              <TruncatedText text={token.name || own.nameless} />
              <Text size={200} className={styles.meta}>
                {own.made(timeOrDate(token.createdAt, now))} ·{" "}
                {token.expiresAt ? own.until(fullTime(token.expiresAt)) : own.forever}
              </Text>
            </span>
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={own.endNamed(token.name || own.nameless)}
              onClick={() => setEnding(token)}
            >
              {own.end}
            </Button>
          </li>
        ))}
      </ul>
      {isMaking ? <NewToken onMade={again} onClose={() => setIsMaking(false)} /> : null}
      {ending ? (
        <EndToken
          token={ending}
          onClose={() => setEnding(undefined)}
          onEnded={() => {
            setEnding(undefined);
            void again();
          }}
        />
      ) : null}
    </Page>
  );
}

function NewToken(props: { onMade: () => unknown; onClose: () => void }) {
  const styles = useStyles();
  const client = useClient();
  const desk = useDesk();
  const [key] = useState(desk.newId);
  const [name, setName] = useState("");
  const [until, setUntil] = useState("");
  const [secret, setSecret] = useState<string>();
  const [copied, setCopied] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const faults = faultsOf(failure);

  async function make() {
    setFailure(undefined);
    const expiresAt = until === "" ? null : new Date(`${until}T23:59:59`).toISOString();
    try {
      const body = { name, expiresAt };
      const made = await client.post<{ token: string }>(collection("tokens"), body, { idempotencyKey: key });
      setSecret(made.token);
      void props.onMade();
    } catch (error) {
      setFailure(error);
    }
  }

  const wrong = (field: string) => faults.find((fault) => fault.field === field)?.detail;
  return (
    <Dialog open modalType={secret ? "alert" : "modal"} onOpenChange={(_, { open }) => open || props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{secret ? own.madeTitle : own.create}</DialogTitle>
          <DialogContent className={styles.form}>
            {secret ? (
              <>
                <Text>{own.shownOnce}</Text>
                <Textarea
                  readOnly
                  aria-label={own.secret}
                  value={secret}
                  textarea={{ className: styles.secret }}
                  onFocus={(event) => event.target.select()}
                />
                <Button
                  className={styles.act}
                  icon={<CopyRegular />}
                  onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
                >
                  {copied ? words.copied : words.copyText}
                </Button>
              </>
            ) : (
              <>
                {failure && faults.length === 0 ? (
                  <Problem title={words.form.saveFailed} detail={problemText(failure)} />
                ) : null}
                <Field
                  label={own.name}
                  hint={own.nameHint}
                  validationState={wrong("name") ? "error" : "none"}
                  validationMessage={wrong("name") ?? null}
                >
                  <Input value={name} onChange={(_, { value }) => setName(value)} />
                </Field>
                <Field
                  label={own.expires}
                  hint={own.expiresHint}
                  validationState={wrong("expiresAt") ? "error" : "none"}
                  validationMessage={wrong("expiresAt") ?? null}
                >
                  <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
                </Field>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{secret ? texts.common.close : texts.common.cancel}</Button>
            {secret ? null : (
              <Button appearance="primary" onClick={() => void make()}>
                {words.form.create}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function EndToken(props: { token: Token; onClose: () => void; onEnded: () => void }) {
  const client = useClient();
  const [failure, setFailure] = useState<unknown>();
  const end = () => client.request("DELETE", address("tokens", props.token.id)).then(props.onEnded, setFailure);
  return (
    <Question
      title={own.endTitle(props.token.name || own.nameless)}
      stay={texts.common.cancel}
      act={own.end}
      onClose={props.onClose}
      onAct={() => void end()}
    >
      {failure ? <Problem title={words.form.deleteFailed} detail={problemText(failure)} /> : own.endLead}
    </Question>
  );
}

export const tokensScreen = { path: "tokens", words: own, Screen: TokensScreen };
