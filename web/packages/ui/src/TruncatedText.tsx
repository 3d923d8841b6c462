/** One line of text, cut with an ellipsis; the whole of it in a tooltip, but only when something is cut. */
import { makeStyles, mergeClasses, Tooltip } from "@fluentui/react-components";
import { useRef, useState } from "react";

const useStyles = makeStyles({
  line: {
    display: "block",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    // The text runs as its own language does, so that its end is cut; it stands where the page's language begins a line.
    textAlign: "-webkit-match-parent" as "match-parent",
  },
});

export function TruncatedText(props: { text: string; className?: string }) {
  const styles = useStyles();
  const line = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);
  return (
    <Tooltip
      content={props.text}
      // Those who listen hear the whole text anyway.
      relationship="inaccessible"
      visible={shown}
      onVisibleChange={(_, data) => {
        const cut = line.current !== null && line.current.scrollWidth > line.current.clientWidth;
        setShown(data.visible && cut);
      }}
    >
      <span ref={line} dir="auto" className={mergeClasses(styles.line, props.className)}>
        {props.text}
      </span>
    </Tooltip>
  );
}
