/** The fields of one section, each with its label, its explanation and what is wrong with it. */
import { Field, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { readPath, writePath } from "./draft";
import { type Fault, faultAt, faultsWithin } from "./faults";
import type { Draft, FieldSpec, Section } from "./noun";

const useStyles = makeStyles({
  section: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
  },
  title: { margin: 0 },
  head: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  lead: { color: tokens.colorNeutralForeground3 },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS },
  hint: { display: "block", color: tokens.colorNeutralForeground3 },
  fault: { display: "block", color: tokens.colorPaletteRedForeground1, paddingTop: tokens.spacingVerticalXS },
});

interface Props {
  section: Section;
  draft: Draft;
  faults: readonly Fault[];
  isNew: boolean;
  onChange: (next: (draft: Draft) => Draft) => void;
}

export function SectionFields({ section, draft, faults, isNew, onChange }: Props) {
  const styles = useStyles();
  const id = useId();
  const fields = section.fields.filter(({ shown, onlyLater }) => (!shown || shown(draft)) && !(isNew && onlyLater));
  if (fields.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2 as="h3" id={id} className={styles.title}>
          {section.title}
        </Subtitle2>
        {section.lead ? (
          <Text size={200} className={styles.lead}>
            {section.lead}
          </Text>
        ) : null}
      </div>
      {fields.map((spec) => (
        <OneField key={spec.name} spec={spec} draft={draft} faults={faults} isNew={isNew} onChange={onChange} />
      ))}
    </section>
  );
}

function OneField({ spec, draft, faults, isNew, onChange }: Omit<Props, "section"> & { spec: FieldSpec }) {
  const styles = useStyles();
  const { name, label, hint, Input, follows = (next: Draft) => next } = spec;
  const own = faultsWithin(faults, name);
  const input = (
    <Input
      value={readPath(draft, name)}
      onChange={(value: unknown) => onChange((current) => follows(writePath(current, name, value)))}
      faults={own}
      place={name}
      disabled={!isNew && spec.fixed === true}
      draft={draft}
    />
  );
  if (spec.group) {
    const fault = faultAt(faults, name);
    return (
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          <Text weight="semibold">{label}</Text>
          {hint ? (
            <Text size={200} className={styles.hint}>
              {hint}
            </Text>
          ) : null}
        </legend>
        {input}
        {fault ? (
          <Text size={200} role="alert" className={styles.fault}>
            {fault}
          </Text>
        ) : null}
      </fieldset>
    );
  }
  const fault = own[0]?.detail;
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      required={spec.required ?? false}
      validationState={fault ? "error" : "none"}
      validationMessage={fault ?? null}
    >
      {input}
    </Field>
  );
}
