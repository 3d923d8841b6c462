/** A condition as groups and lines: field, test, value. Knows no text form and no server. */
import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { words } from "../../../texts/administration";
import {
  always,
  emptyLine,
  emptyValue,
  type Group,
  type KnownField,
  type KnownFields,
  knownField,
  type Line,
  type Part,
  type Test,
  testsOf,
  type Value,
} from "./structure";

const useStyles = makeStyles({
  group: {
    margin: 0,
    minWidth: 0,
    border: "none",
    padding: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  inner: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  part: { flexGrow: 1, flexBasis: "128px", minWidth: 0, "& > *": { minWidth: 0, width: "100%" } },
  joins: { maxWidth: "280px" },
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

interface Shared {
  known: KnownFields;
  disabled: boolean;
}

export function Builder(props: Shared & { group: Group; onChange: (group: Group) => void }) {
  return <GroupFields {...props} depth={0} />;
}

function GroupFields(
  props: Shared & { group: Group; depth: number; onChange: (group: Group) => void; onRemove?: () => void },
) {
  const styles = useStyles();
  const { group, known, disabled, depth, onChange, onRemove } = props;
  const { condition } = words;
  const set = (at: number, part: Part) =>
    onChange({ ...group, parts: group.parts.map((known, index) => (index === at ? part : known)) });
  const remove = (at: number) => onChange({ ...group, parts: group.parts.filter((_, index) => index !== at) });
  const first = known.fields[0];
  return (
    <fieldset className={depth > 0 ? `${styles.group} ${styles.inner}` : styles.group} aria-label={condition.group}>
      {group.parts.length > 1 || group.not || depth > 0 ? (
        <div className={styles.line}>
          <Field className={styles.joins}>
            <Select
              size="small"
              aria-label={condition.joins}
              value={`${group.not ? "not_" : ""}${group.joins}`}
              disabled={disabled}
              onChange={(_, { value }) =>
                onChange({ ...group, not: value.startsWith("not_"), joins: value.endsWith("any") ? "any" : "all" })
              }
            >
              {(["all", "any", "not_all", "not_any"] as const).map((word) => (
                <option key={word} value={word}>
                  {condition.join[word]}
                </option>
              ))}
            </Select>
          </Field>
          {onRemove ? <Remove label={condition.removeGroup} disabled={disabled} onClick={onRemove} /> : null}
        </div>
      ) : null}
      {group.parts.map((part, at) =>
        part.kind === "group" ? (
          <GroupFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place alone
            key={at}
            group={part}
            depth={depth + 1}
            onChange={(next) => set(at, next)}
            onRemove={() => remove(at)}
            {...{ known, disabled }}
          />
        ) : (
          <LineFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place alone
            key={at}
            line={part}
            onChange={(next) => set(at, next)}
            onRemove={() => remove(at)}
            {...{ known, disabled }}
          />
        ),
      )}
      <div className={styles.acts}>
        <Button
          size="small"
          icon={<AddRegular />}
          disabled={disabled || !first}
          onClick={() => first && onChange({ ...group, parts: [...group.parts, freshLine(first)] })}
        >
          {condition.addLine}
        </Button>
        {depth < 3 ? (
          <Button
            size="small"
            appearance="subtle"
            icon={<AddRegular />}
            disabled={disabled || !first}
            onClick={() =>
              first &&
              onChange({ ...group, parts: [...group.parts, { ...always, joins: "any", parts: [freshLine(first)] }] })
            }
          >
            {condition.addGroup}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function freshLine({ name, type, choices }: KnownField): Line {
  return { ...emptyLine(name, type), value: emptyValue(type, choices) };
}

function LineFields(props: Shared & { line: Line; onChange: (line: Line) => void; onRemove: () => void }) {
  const styles = useStyles();
  const { line, known, disabled, onChange, onRemove } = props;
  const { condition } = words;
  const field = knownField(line.field, known);
  const namespace = known.namespaces.find(({ name }) => line.field.startsWith(`${name}.`));
  const own = known.fields.some(({ name }) => name === line.field);
  const type = field?.type ?? "text";
  const tests = testsOf(type);

  function chooseField(name: string) {
    const opened = known.namespaces.find((one) => `${one.name}.` === name);
    const next = opened ? { ...opened, name } : known.fields.find((one) => one.name === name);
    if (next) onChange({ ...freshLine(next), test: testsOf(next.type).includes(line.test) ? line.test : "equal" });
  }

  return (
    <div className={styles.line}>
      <Field className={styles.part}>
        <Select
          size="small"
          aria-label={condition.field}
          value={own || !namespace ? line.field : `${namespace.name}.`}
          disabled={disabled}
          onChange={(_, { value }) => chooseField(value)}
        >
          {!own && !namespace ? <option value={line.field}>{line.field}</option> : null}
          {known.fields.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          {known.namespaces.map(({ name }) => (
            <option key={name} value={`${name}.`}>
              {condition.namespace(name)}
            </option>
          ))}
        </Select>
      </Field>
      {namespace && !own ? (
        <Field className={styles.part}>
          <Input
            size="small"
            aria-label={condition.nameIn(namespace.name)}
            placeholder={condition.name}
            value={line.field.slice(namespace.name.length + 1)}
            disabled={disabled}
            onChange={(_, { value }) => onChange({ ...line, field: `${namespace.name}.${value}` })}
          />
        </Field>
      ) : null}
      <Field className={styles.part}>
        <Select
          size="small"
          aria-label={condition.test}
          value={line.test}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ ...line, test: value as Test })}
        >
          {(tests.includes(line.test) ? tests : [line.test, ...tests]).map((test) => (
            <option key={test} value={test}>
              {condition.tests[test]}
            </option>
          ))}
        </Select>
      </Field>
      <Operand line={line} field={field} disabled={disabled} onChange={onChange} />
      <Remove label={condition.removeLine(line.field)} disabled={disabled} onClick={onRemove} />
    </div>
  );
}

function Operand(props: {
  line: Line;
  field: KnownField | undefined;
  disabled: boolean;
  onChange: (line: Line) => void;
}) {
  const styles = useStyles();
  const { line, field, disabled, onChange } = props;
  const { condition } = words;
  if (line.test === "exists" || line.test === "notExists") return null;
  if (line.other !== null) {
    return (
      <Field className={styles.part}>
        <Input
          size="small"
          aria-label={condition.other}
          value={line.other}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ ...line, other: value })}
        />
      </Field>
    );
  }
  if (line.test === "in" || line.test === "notIn") {
    return (
      <Field className={styles.part}>
        <Input
          size="small"
          aria-label={condition.values}
          placeholder={condition.valuesHint}
          defaultValue={line.values.map(shown).join(", ")}
          disabled={disabled}
          onChange={(_, { value }) => {
            const texts = value.split(",").map((text) => text.trim());
            onChange({ ...line, values: texts.filter(Boolean).map((text) => read(text, field?.type)) });
          }}
        />
      </Field>
    );
  }
  if (field?.type === "choice" || field?.type === "boolean") {
    const choices = field.type === "boolean" ? ["true", "false"] : (field.choices ?? []);
    const current = shown(line.value);
    return (
      <Field className={styles.part}>
        <Select
          size="small"
          aria-label={condition.value}
          value={current}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ ...line, value: read(value, field.type) })}
        >
          {(choices.includes(current) ? choices : [current, ...choices]).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  const isTime = field?.type === "time";
  return (
    <Field className={styles.part}>
      <Input
        size="small"
        type={field?.type === "number" ? "number" : isTime ? "datetime-local" : "text"}
        aria-label={condition.value}
        value={isTime ? shown(line.value).slice(0, 16) : shown(line.value)}
        disabled={disabled}
        onChange={(_, { value }) => onChange({ ...line, value: read(value, field?.type) })}
      />
    </Field>
  );
}

function Remove(props: { label: string; disabled: boolean; onClick: () => void }) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<DeleteRegular />}
      aria-label={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
    />
  );
}

function shown(value: Value): string {
  return typeof value === "object" ? value.time : String(value);
}

/** What was typed, as the field's own kind of value. An open field takes what looks like a number as one. */
function read(text: string, type: KnownField["type"] | undefined): Value {
  if (type === "boolean") return text === "true";
  if (type === "time") return { time: text.length === 16 ? `${text}:00Z` : text };
  if (type === "number" || (type === "open" && text.trim() !== "" && String(Number(text)) === text)) {
    return Number.isFinite(Number(text)) ? Number(text) : 0;
  }
  return text;
}
