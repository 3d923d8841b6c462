/** Signing in. */
import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { Problem } from "@frontdesk/ui";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { keys } from "../../app/keys";
import { isSignedOut, problemText } from "../../app/problems";
import { texts } from "../../texts";
import { FormPage } from "../FormPage";

export function SignInScreen() {
  const router = useRouter();
  const { server, cache } = router.options.context;
  const search = router.state.location.search as { to?: string; expired?: boolean };
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const refused = isSignedOut(problem);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setProblem(undefined);
    if (!email.trim() || !password) return;
    setBusy(true);
    try {
      const me = await server.signIn(email.trim(), password);
      cache.clear();
      cache.setQueryData(keys.me, me);
      await router.navigate({ href: search.to ?? "/", replace: true });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <FormPage title={texts.signIn.title} lead={texts.signIn.lead} onSubmit={submit}>
      {search.expired ? (
        <MessageBar intent="info">
          <MessageBarBody>{texts.signIn.expired}</MessageBarBody>
        </MessageBar>
      ) : null}
      {problem && !refused ? <Problem title={texts.problems.unexpected} detail={problemText(problem)} /> : null}
      <Field
        label={texts.signIn.email}
        required
        validationState={tried && !email.trim() ? "error" : "none"}
        validationMessage={tried && !email.trim() ? texts.signIn.emailMissing : null}
      >
        <Input
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          size="large"
          value={email}
          onChange={(_, data) => setEmail(data.value)}
        />
      </Field>
      <Field
        label={texts.signIn.password}
        required
        validationState={refused || (tried && !password) ? "error" : "none"}
        validationMessage={refused ? texts.signIn.refused : tried && !password ? texts.signIn.passwordMissing : null}
      >
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          size="large"
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
        {texts.signIn.submit}
      </Button>
    </FormPage>
  );
}
