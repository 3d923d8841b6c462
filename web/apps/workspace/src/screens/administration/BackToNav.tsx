/** On a phone, from a screen back to the list of all of them. */
import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { words } from "../../texts/administration";
import { usePhone } from "../workspace/view";
import { administration } from "./address";

export function BackToNav() {
  const navigate = useNavigate();
  if (!usePhone()) return null;
  return (
    <Button
      appearance="subtle"
      icon={<ArrowLeftRegular />}
      aria-label={words.form.backTo(words.title)}
      onClick={() => void navigate(administration())}
    />
  );
}
