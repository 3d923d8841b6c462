/** Where one says what to look for in all conversations. */
import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useSelected } from "../../app/context";
import { texts } from "../../texts";
import { view } from "../workspace/view";

const useStyles = makeStyles({
  place: { flexShrink: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` },
  field: { width: "100%", maxWidth: "none" },
});

/** As many as the server takes. */
const charactersMax = 200;

/** One letter is in nearly every text. */
export const isSearched = (text: string): boolean => text.trim().length > 1;

export function SearchField() {
  const styles = useStyles();
  const text = useSelected(view, (state) => state.searchFor);
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not known to every browser we serve
    <div role="search" className={styles.place}>
      <SearchBox
        className={styles.field}
        value={text}
        placeholder={texts.search.field}
        input={{ "aria-label": texts.search.field, maxLength: charactersMax }}
        onChange={(_, input) => view.setState({ searchFor: input.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape") view.setState({ searchFor: "" });
        }}
      />
    </div>
  );
}
