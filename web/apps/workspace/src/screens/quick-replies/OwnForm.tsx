/** One quick reply of one's own, new or changed. Says what is wrong beside the field. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { ProblemError } from "@frontdesk/api";
import { type FormEvent, useState } from "react";
import { useDesk } from "../../app/context";
import { fieldProblem, problemText } from "../../app/problems";
import type { PersonalQuickReply } from "../../model";
import { texts } from "../../texts";

const titleCharactersMax = 100;
const textCharactersMax = 4_000;
const usualLocale = "en-US";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface Props {
  /** Nothing: it will be new. */
  reply: PersonalQuickReply | undefined;
  /** The language of the conversation that is open: most likely that of a new reply. */
  locale: string | null;
  onSaved: () => Promise<void>;
  onCancel: () => void;
}

export function OwnForm({ reply, locale, onSaved, onCancel }: Props) {
  const styles = useStyles();
  const desk = useDesk();
  const [values, setValues] = useState({
    title: reply?.title ?? "",
    text: reply?.text ?? "",
    tags: reply?.tags.join(" ") ?? "",
    locale: reply?.locale ?? (locale || usualLocale),
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const words = texts.quickReplies.own;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setProblem(undefined);
    if (!values.title.trim() || !values.text.trim() || busy) return;
    setBusy(true);
    const tags = values.tags.split(/\s+/).map((tag) => tag.replace(/^#+/, ""));
    const said = { ...values, locale: values.locale.trim(), tags: tags.filter(Boolean) };
    try {
      if (reply) await desk.server.changeOwnQuickReply(reply.id, said);
      else await desk.server.createOwnQuickReply(said);
      await onSaved();
    } catch (error) {
      setProblem(error);
      setBusy(false);
      if (!(error instanceof ProblemError && error.fields.length > 0)) {
        desk.notices.error(words.saveFailed, problemText(error));
      }
    }
  }

  function wrongWith(field: keyof typeof values): string | undefined {
    const missing = tried && (field === "title" || field === "text") && !values[field].trim();
    if (missing) return words.missing[field];
    return fieldProblem(problem, field) ?? (field === "tags" ? tagProblem(problem) : undefined);
  }
  function field(name: keyof typeof values) {
    const wrong = wrongWith(name);
    return {
      label: words.fields[name],
      validationState: wrong ? ("error" as const) : ("none" as const),
      validationMessage: wrong ?? null,
    };
  }
  const change = (name: keyof typeof values) => (_: unknown, data: { value: string }) =>
    setValues((before) => ({ ...before, [name]: data.value }));

  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{reply ? words.editTitle : words.addTitle}</DialogTitle>
        <DialogContent className={styles.content}>
          <Field {...field("title")} required>
            <Input autoFocus value={values.title} maxLength={titleCharactersMax} onChange={change("title")} />
          </Field>
          <Field {...field("text")} required hint={words.textHint}>
            <Textarea
              rows={6}
              resize="vertical"
              value={values.text}
              maxLength={textCharactersMax}
              onChange={change("text")}
            />
          </Field>
          <Field {...field("tags")} hint={words.tagsHint}>
            <Input value={values.tags} onChange={change("tags")} />
          </Field>
          <Field {...field("locale")}>
            <Input value={values.locale} onChange={change("locale")} />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{texts.common.cancel}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {words.save}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

/** The server names each tag by its place; here all stand in one field. */
function tagProblem(error: unknown): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.fields.find((known) => known.field.startsWith("tags["))?.detail;
}
