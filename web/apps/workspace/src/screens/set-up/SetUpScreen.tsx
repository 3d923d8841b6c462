/** The first start: the one-time link names the organisation and makes its first administrator. */
import { Button, Field, Input, Link } from "@fluentui/react-components";
import { ProblemError } from "@frontdesk/api";
import { Problem } from "@frontdesk/ui";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { fieldProblem, problemText } from "../../app/problems";
import { texts } from "../../texts";
import { FormPage } from "../FormPage";

const passwordCharactersMin = 8;

const fields = [
  {
    name: "organizationName",
    label: texts.setUp.organizationName,
    missing: texts.setUp.organizationNameMissing,
    type: "text",
    autoComplete: "organization",
  },
  { name: "name", label: texts.setUp.name, missing: texts.setUp.nameMissing, type: "text", autoComplete: "name" },
  {
    name: "email",
    label: texts.setUp.email,
    missing: texts.setUp.emailMissing,
    type: "email",
    autoComplete: "username",
  },
] as const;

type FieldName = (typeof fields)[number]["name"] | "password";

/** The one-time token: behind the `#`, so that it reaches no server log. */
export function tokenFrom(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") ?? "";
}

export function SetUpScreen() {
  const router = useRouter();
  const { server } = router.options.context;
  const token = tokenFrom(globalThis.location.hash);
  const [values, setValues] = useState<Record<FieldName, string>>({
    organizationName: "",
    name: "",
    email: "",
    password: "",
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const passwordShort = values.password.length < passwordCharactersMin;
  const set = (name: FieldName) => (_: unknown, data: { value: string }) =>
    setValues((before) => ({ ...before, [name]: data.value }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setProblem(undefined);
    if (passwordShort || fields.some((field) => !values[field.name].trim())) return;
    setBusy(true);
    try {
      await server.setUp({ token, ...values });
      await router.navigate({ to: "/sign-in", replace: true });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  const tokenRefused =
    problem instanceof ProblemError && problem.fields.length === 0 && [401, 403, 404, 409].includes(problem.status);
  const passwordProblem =
    fieldProblem(problem, "password") ??
    (tried && passwordShort ? texts.setUp.passwordShort(passwordCharactersMin) : undefined);
  return (
    <FormPage title={texts.setUp.title} lead={texts.setUp.lead} onSubmit={submit}>
      {token ? null : <Problem title={texts.setUp.tokenMissing} />}
      {tokenRefused ? <Problem title={texts.setUp.tokenUsed} /> : null}
      {problem && !tokenRefused && !(problem instanceof ProblemError && problem.fields.length > 0) ? (
        <Problem title={texts.problems.unexpected} detail={problemText(problem)} />
      ) : null}
      {fields.map((field, at) => {
        const wrong =
          fieldProblem(problem, field.name) ?? (tried && !values[field.name].trim() ? field.missing : undefined);
        return (
          <Field
            key={field.name}
            label={field.label}
            required
            validationState={wrong ? "error" : "none"}
            validationMessage={wrong ?? null}
          >
            <Input
              type={field.type}
              name={field.name}
              autoComplete={field.autoComplete}
              autoFocus={at === 0}
              value={values[field.name]}
              onChange={set(field.name)}
            />
          </Field>
        );
      })}
      <Field
        label={texts.setUp.password}
        required
        hint={texts.setUp.passwordHint(passwordCharactersMin)}
        validationState={passwordProblem ? "error" : "none"}
        validationMessage={passwordProblem ?? null}
      >
        <Input
          type="password"
          name="password"
          autoComplete="new-password"
          value={values.password}
          onChange={set("password")}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={busy || !token}>
        {texts.setUp.submit}
      </Button>
      {tokenRefused || !token ? <Link href="/sign-in">{texts.setUp.toSignIn}</Link> : null}
    </FormPage>
  );
}
