/** Back to where one came from; on a phone, from a screen to the list of all of them. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { words } from "../../texts/administration";
import { usePhone } from "../workspace/view";
import { administration } from "./address";

const useStyles = makeStyles({
  arrow: { ":dir(rtl)": { transform: "scaleX(-1)" } },
});

/** `path`: of a screen of administration. */
export function Back(props: { to: string; path: string }) {
  const styles = useStyles();
  const navigate = useNavigate();
  return (
    <Button
      appearance="subtle"
      icon={<ArrowLeftRegular className={styles.arrow} />}
      aria-label={words.form.backTo(props.to)}
      onClick={() => void navigate(administration(props.path))}
    />
  );
}

export function BackToNav() {
  return usePhone() ? <Back to={words.title} path="" /> : null;
}
