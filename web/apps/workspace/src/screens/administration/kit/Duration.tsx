/** How long: a number and its unit, or never. The API speaks in milliseconds. */
import { Checkbox, Field, Input as FluentInput, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { words } from "../../../texts/administration";
import type { Input } from "./noun";

const units = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
type Unit = keyof typeof units;
const unitNames = Object.keys(units) as Unit[];

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  number: { width: "96px" },
});

/** The largest unit that says it in whole numbers. */
export function unitOf(milliseconds: number): Unit {
  return unitNames.toReversed().find((unit) => milliseconds > 0 && milliseconds % units[unit] === 0) ?? "s";
}

/** `never`: what an absent value is called; without it there is always one. `label`: where no field names it. */
export function durationInput(more: { never?: string; usual?: number; label?: string } = {}): Input<number | null> {
  return function DurationInput({ value, onChange, disabled }) {
    const styles = useStyles();
    const [unit, setUnit] = useState<Unit>(() => unitOf(value ?? more.usual ?? 60_000));
    const isNever = value === null;
    const set = (amount: string, to: Unit) =>
      onChange(amount === "" ? Number.NaN : Math.round(Number(amount) * units[to]));
    const amount = value === null || Number.isNaN(value) ? "" : String(value / units[unit]);
    return (
      <div className={styles.line}>
        <FluentInput
          type="number"
          min={0}
          step="any"
          aria-label={more.label}
          className={styles.number}
          value={amount}
          disabled={disabled || (more.never !== undefined && isNever)}
          onChange={(_, data) => set(data.value, unit)}
        />
        <Field>
          <Select
            aria-label={words.form.unit}
            value={unit}
            disabled={disabled || (more.never !== undefined && isNever)}
            onChange={(_, data) => {
              const to = data.value as Unit;
              setUnit(to);
              if (amount !== "") set(amount, to);
            }}
          >
            {unitNames.map((name) => (
              <option key={name} value={name}>
                {words.form.units[name]}
              </option>
            ))}
          </Select>
        </Field>
        {more.never !== undefined ? (
          <Field>
            <Checkbox
              label={more.never}
              checked={isNever}
              disabled={disabled}
              onChange={(_, { checked }) => onChange(checked ? null : (more.usual ?? units.min))}
            />
          </Field>
        ) : null}
      </div>
    );
  };
}
