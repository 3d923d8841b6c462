/** A shortcut as keys. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyPress, keyNames } from "../../commands/keys";

const useStyles = makeStyles({
  keys: { display: "inline-flex", flexShrink: 0, columnGap: tokens.spacingHorizontalXXS },
  key: {
    minWidth: "20px",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "center",
  },
});

export function Keys(props: { press: KeyPress }) {
  const styles = useStyles();
  return (
    <span className={styles.keys}>
      {keyNames(props.press).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
