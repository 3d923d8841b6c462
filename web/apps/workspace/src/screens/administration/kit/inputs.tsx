/** The simple inputs of the forms: text, number, switch, one of a few words, one piece of another noun. */
import {
  Checkbox,
  Field,
  Input as FluentInput,
  makeStyles,
  Select,
  Switch,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useId } from "react";
import { words } from "../../../texts/administration";
import { namedIn, useListed } from "./data";
import type { Draft, Input, InputProps } from "./noun";

const useStyles = makeStyles({
  number: { width: "160px", maxWidth: "100%" },
  choice: { maxWidth: "360px" },
  boxes: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
});

type TextType = "text" | "email" | "password" | "url" | "date" | "time";

export function textInput(type: TextType = "text", more: { autoComplete?: string } = {}): Input<string | null> {
  return function TextInput({ value, onChange, disabled }) {
    return (
      <FluentInput
        type={type}
        autoComplete={more.autoComplete ?? "off"}
        value={value ?? ""}
        disabled={disabled}
        onChange={(_, data) => onChange(data.value)}
      />
    );
  };
}

export const Text = textInput();

export function LongText({ value, onChange, disabled }: InputProps<string | null>) {
  return (
    <Textarea
      value={value ?? ""}
      disabled={disabled}
      resize="vertical"
      rows={3}
      onChange={(_, data) => onChange(data.value)}
    />
  );
}

export function numberInput(bounds: { min?: number; max?: number } = {}): Input<number | null> {
  return function NumberInput({ value, onChange, disabled }) {
    const styles = useStyles();
    return (
      <FluentInput
        type="number"
        inputMode="numeric"
        className={styles.number}
        value={value === null || value === undefined ? "" : String(value)}
        disabled={disabled}
        {...bounds}
        onChange={(_, data) => onChange(data.value === "" ? null : Number(data.value))}
      />
    );
  };
}

export function Toggle({ value, onChange, disabled }: InputProps<boolean>) {
  return <Switch checked={value} disabled={disabled} onChange={(_, { checked }) => onChange(checked)} />;
}

/** One of a few words, with what each means; `none` is what nothing is called. */
export function choiceInput<Word extends string>(
  choices: Readonly<Record<Word, string>>,
  more: { none?: string; only?: (draft: Draft) => readonly Word[] } = {},
): Input<Word | null> {
  const all = Object.keys(choices) as Word[];
  return function ChoiceInput({ value, onChange, disabled, draft }) {
    const styles = useStyles();
    const offered = more.only?.(draft) ?? all;
    return (
      <Select
        className={styles.choice}
        value={value ?? ""}
        disabled={disabled}
        onChange={(_, data) => onChange((data.value || null) as Word | null)}
      >
        {more.none !== undefined || value === null ? <option value="">{more.none ?? words.form.choose}</option> : null}
        {offered.map((word) => (
          <option key={word} value={word}>
            {choices[word]}
          </option>
        ))}
      </Select>
    );
  };
}

/** Some of a few words, in the order in which they are told here. A group: each has a name of its own. */
export function severalInput<Word extends string>(choices: Readonly<Record<Word, string>>): Input<Word[]> {
  const all = Object.keys(choices) as Word[];
  return function SeveralInput({ value, onChange, disabled }) {
    const styles = useStyles();
    return (
      <div className={styles.boxes}>
        {all.map((word) => (
          <Field key={word}>
            <Checkbox
              label={choices[word]}
              checked={value.includes(word)}
              disabled={disabled}
              onChange={(_, { checked }) =>
                onChange(all.filter((one) => (one === word ? checked : value.includes(one))))
              }
            />
          </Field>
        ))}
      </div>
    );
  };
}

/** One piece of another noun by its name. */
export function referenceInput(
  path: string,
  more: { none?: string; only?: (item: never, draft: Draft) => boolean } = {},
): Input<string | null> {
  return function ReferenceInput({ value, onChange, disabled, draft }) {
    const styles = useStyles();
    const items = useListed<unknown>(path);
    const offered = items
      .filter((item) => more.only?.(item as never, draft) ?? true)
      .map(namedIn)
      .toSorted((a, b) => a.name.localeCompare(b.name));
    return (
      <Select
        className={styles.choice}
        value={value ?? ""}
        disabled={disabled}
        onChange={(_, data) => onChange(data.value || null)}
      >
        {more.none !== undefined || !value ? <option value="">{more.none ?? words.form.choose}</option> : null}
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    );
  };
}

/** A text with suggestions that need not be taken. */
export function suggestedInput(suggestions: () => readonly string[]): Input<string> {
  return function SuggestedInput({ value, onChange, disabled }) {
    const id = useId();
    return (
      <>
        <FluentInput
          value={value ?? ""}
          disabled={disabled}
          autoComplete="off"
          input={{ list: id }}
          onChange={(_, data) => onChange(data.value)}
        />
        <datalist id={id}>
          {suggestions().map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      </>
    );
  };
}

export const TimeZone = suggestedInput(() => Intl.supportedValuesOf("timeZone"));

/** Texts, one a line. */
export function LinesInput({ value, onChange, disabled }: InputProps<string[]>) {
  return (
    <Textarea
      value={(value ?? []).join("\n")}
      disabled={disabled}
      resize="vertical"
      rows={3}
      onChange={(_, data) => onChange(data.value === "" ? [] : data.value.split("\n"))}
      onBlur={() => onChange((value ?? []).map((line) => line.trim()).filter(Boolean))}
    />
  );
}
