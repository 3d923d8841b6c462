/** A failure in words: what happened and what to press. Announced politely. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";

export function Problem(props: {
  title: string;
  detail?: string;
  action?: { label: string; onClick: () => void };
  className?: string;
}) {
  return (
    <MessageBar intent="error" politeness="polite" layout="multiline" className={props.className}>
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle>
        {props.detail}
      </MessageBarBody>
      {props.action ? (
        <MessageBarActions>
          <Button size="small" onClick={props.action.onClick}>
            {props.action.label}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
