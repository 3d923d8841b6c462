/** For supervisors: every conversation that is going on, to look into and to move, one or many. */
import { Button, Checkbox, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDesk } from "../../app/context";
import { listQuery } from "../../app/queries";
import { texts } from "../../texts";
import { ConversationList } from "../inbox/ConversationList";
import { BulkBar } from "../supervise/BulkBar";
import { extended, nothingSelected, type Selection, toggled } from "../supervise/selection";

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    minHeight: "44px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  all: { flexShrink: 0, padding: `0 ${tokens.spacingHorizontalXS}` },
});

export function Ongoing() {
  const styles = useStyles();
  const desk = useDesk();
  const { data } = useQuery(listQuery(desk, "ongoing"));
  const [selection, setSelection] = useState<Selection | null>(null);
  const items = data?.items ?? [];
  // What has closed meanwhile is in the list no more.
  const selected = items.filter(({ id }) => selection?.ids.has(id));
  const words = texts.supervision.bulk;
  return (
    <>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {texts.lists.ongoing}
        </Subtitle2>
        <Button size="small" onClick={() => setSelection(selection ? null : nothingSelected)}>
          {selection ? words.done : words.select}
        </Button>
      </div>
      {selection && items.length > 0 ? (
        <Checkbox
          className={styles.all}
          label={words.selectAll(items.length)}
          checked={selected.length === items.length ? true : selected.length > 0 ? "mixed" : false}
          onChange={(_, { checked }) =>
            setSelection(checked ? { ids: new Set(items.map(({ id }) => id)), anchor: null } : nothingSelected)
          }
        />
      ) : null}
      <ConversationList
        view="ongoing"
        selection={
          selection
            ? {
                ids: selection.ids,
                toggle: (id, withShift, order) =>
                  setSelection(withShift ? extended(selection, id, order) : toggled(selection, id)),
              }
            : undefined
        }
      />
      {selection ? (
        <BulkBar
          selected={selected}
          onDone={(ids) => {
            const left = new Set(selection.ids);
            for (const id of ids) left.delete(id);
            setSelection({ ids: left, anchor: null });
          }}
        />
      ) : null}
    </>
  );
}
