/** Several pieces of another noun, in the order in which they were chosen; thousands can be chosen from. */
import { Combobox, makeStyles, Option, Tag, TagGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { words } from "../../../texts/administration";
import { namedIn, useListed } from "./data";
import type { Input } from "./noun";

const shownMax = 50;

const useStyles = makeStyles({
  picker: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  tag: { maxWidth: "100%" },
});

export function manyInput(
  path: string,
  more: { label: string; placeholder: string; only?: (item: never) => boolean },
): Input<string[]> {
  return function ManyInput({ value, onChange, disabled }) {
    const styles = useStyles();
    const items = useListed<unknown>(path);
    const [search, setSearch] = useState("");
    const chosen = value ?? [];
    const nameOf = (id: string) => items.map(namedIn).find((known) => known.id === id)?.name ?? "…";
    const wanted = search.trim().toLocaleLowerCase();
    const offered = items
      .filter((item) => more.only?.(item as never) ?? true)
      .map(namedIn)
      .filter(({ id, name }) => !chosen.includes(id) && name.toLocaleLowerCase().includes(wanted))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    return (
      <div className={styles.picker}>
        {chosen.length > 0 ? (
          <TagGroup
            className={styles.tags}
            aria-label={words.form.chosen(more.label)}
            onDismiss={(_, data) => onChange(chosen.filter((id) => id !== data.value))}
          >
            {chosen.map((id) => (
              <Tag
                key={id}
                value={id}
                size="small"
                className={styles.tag}
                dismissible={!disabled}
                dismissIcon={{ "aria-label": words.form.remove }}
              >
                {nameOf(id)}
              </Tag>
            ))}
          </TagGroup>
        ) : null}
        <Combobox
          aria-label={more.label}
          placeholder={more.placeholder}
          value={search}
          selectedOptions={[]}
          disabled={disabled}
          onInput={(event) => setSearch(event.currentTarget.value)}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue) onChange([...chosen, optionValue]);
            setSearch("");
          }}
          onBlur={() => setSearch("")}
        >
          {offered.slice(0, shownMax).map(({ id, name }) => (
            <Option key={id} value={id}>
              {name}
            </Option>
          ))}
          {offered.length === 0 ? (
            <Option key="none" value="" disabled>
              {words.form.nothingLeft}
            </Option>
          ) : null}
          {offered.length > shownMax ? (
            <Option key="more" value="" disabled>
              {words.form.moreToFind(offered.length - shownMax)}
            </Option>
          ) : null}
        </Combobox>
      </div>
    );
  };
}
