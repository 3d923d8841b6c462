/** A new contact from what the customer said of themselves, linked at once. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { ProblemError } from "@frontdesk/api";
import { type FormEvent, useState } from "react";
import { link } from "../../actions/records";
import { useDesk } from "../../app/context";
import { fieldProblem, problemText } from "../../app/problems";
import type { Conversation } from "../../model";
import { texts } from "../../texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
});

const fields = ["name", "email", "phone"] as const;

export function CreateContact(props: { conversation: Conversation; onDone: () => void }) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversation, onDone } = props;
  const said = (name: string) => conversation.context.find((item) => item.name.toLowerCase() === name)?.value ?? "";
  const [values, setValues] = useState({
    name: conversation.customerName,
    email: said("email"),
    phone: said("phone"),
  });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setProblem(undefined);
    const [name, email, phone] = [values.name.trim(), values.email.trim(), values.phone.trim()];
    if (!name) return;
    try {
      const contact = await desk.server.createContact({ name, ...(email && { email }), ...(phone && { phone }) });
      if (await link(desk, conversation.id, "contact", contact.id)) onDone();
    } catch (error) {
      setProblem(error);
      if (!(error instanceof ProblemError && error.fields.length > 0)) {
        desk.notices.error(texts.customer.createFailed, problemText(error));
      }
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {fields.map((field) => {
        const wrong =
          fieldProblem(problem, field) ??
          (field === "name" && tried && !values.name.trim() ? texts.customer.nameMissing : undefined);
        return (
          <Field
            key={field}
            size="small"
            label={texts.customer[field]}
            required={field === "name"}
            validationState={wrong ? "error" : "none"}
            validationMessage={wrong ?? null}
          >
            <Input
              autoFocus={field === "name"}
              type={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
              value={values[field]}
              onChange={(_, data) => setValues((before) => ({ ...before, [field]: data.value }))}
            />
          </Field>
        );
      })}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          {texts.customer.create}
        </Button>
        <Button size="small" onClick={onDone}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  );
}
