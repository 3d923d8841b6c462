/** The files that go with the next message: how far each has got, what is wrong with it, and a way to leave it out. */
import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular, DismissRegular } from "@fluentui/react-icons";
import { own } from "@frontdesk/ui";
import { useDesk } from "../../app/context";
import type { Chosen } from "../../composing/uploads";
import { texts } from "../../texts";
import { sizeText } from "./size";

const useStyles = makeStyles({
  tray: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalXS}`,
    listStyleType: "none",
  },
  file: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    boxSizing: "border-box",
    width: "260px",
    maxWidth: "100%",
    padding: `2px 2px 2px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  below: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground3 },
  failed: { color: own.danger, overflowWrap: "anywhere" },
});

export default function FileTray({ files }: { files: readonly Chosen[] }) {
  const styles = useStyles();
  const { uploads } = useDesk();
  return (
    <ul className={styles.tray} aria-label={texts.files.chosen}>
      {files.map(({ id, file, state, progress, reason }) => (
        <li key={id} className={styles.file}>
          <span className={styles.name} title={file.name}>
            {file.name}
          </span>
          {state === "failed" ? (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowClockwiseRegular />}
              aria-label={texts.files.again(file.name)}
              onClick={() => void uploads.retry(id)}
            />
          ) : (
            <span />
          )}
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={texts.files.remove(file.name)}
            onClick={() => uploads.remove(id)}
          />
          {state === "uploading" ? (
            <ProgressBar className={styles.below} value={progress} aria-label={texts.files.uploading(file.name)} />
          ) : null}
          {state === "ready" ? <span className={styles.below}>{sizeText(file.size)}</span> : null}
          {state === "failed" ? (
            <span role="alert" className={mergeClasses(styles.below, styles.failed)}>
              {reason}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
