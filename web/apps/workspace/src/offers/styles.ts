/** How a card looks that asks for an answer. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useOfferStyles = makeStyles({
  card: {
    boxShadow: tokens.shadow28,
    padding: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    borderTop: `3px solid ${tokens.colorBrandStroke1}`,
  },
  head: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  who: { display: "flex", flexDirection: "column", minWidth: 0, flexGrow: 1 },
  name: { overflowWrap: "anywhere" },
  meta: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  words: {
    overflow: "hidden",
    display: "-webkit-box",
    "-webkit-line-clamp": "3",
    "-webkit-box-orient": "vertical",
    overflowWrap: "anywhere",
  },
  fields: {
    display: "grid",
    gridTemplateColumns: "fit-content(40%) 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  header: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  value: { margin: 0, overflowWrap: "anywhere" },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
});
