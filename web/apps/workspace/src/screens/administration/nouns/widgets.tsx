/** Widgets: the chat on the customer's own pages, with what to paste there and how it looks. */
import {
  Button,
  Field,
  Input as FluentInput,
  makeStyles,
  Subtitle2,
  Textarea,
  tokens,
  Text as Words,
} from "@fluentui/react-components";
import { CopyRegular, EyeRegular } from "@fluentui/react-icons";
import type { Widget } from "@frontdesk/api";
import { useState } from "react";
import { words } from "../../../texts/administration";
import { durationInput } from "../kit/Duration";
import { choiceInput, LinesInput, LongText, referenceInput, Text, Toggle, textInput } from "../kit/inputs";
import { type Draft, field, type Input, type InputProps, type Noun } from "../kit/noun";
import { RowField, RowLine, rowsInput } from "../kit/rows";

const { widgets: own } = words;

const useStyles = makeStyles({
  color: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  swatch: { width: "40px", height: "32px", padding: 0, border: "none", background: "none" },
  part: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, alignItems: "stretch" },
  aside: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
  snippet: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  act: { alignSelf: "flex-start" },
  frame: {
    width: "100%",
    height: "480px",
    boxSizing: "border-box",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

function Color({ value, onChange, disabled }: InputProps<string>) {
  const styles = useStyles();
  return (
    <div className={styles.color}>
      <FluentInput value={value} disabled={disabled} onChange={(_, data) => onChange(data.value)} />
      <input
        type="color"
        aria-label={own.pickColor}
        className={styles.swatch}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : "#000000"}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Nothing where nothing is written. */
function orNothing(Inner: Input<string | null>): Input<string | null> {
  return function OrNothing({ onChange, ...rest }) {
    return <Inner onChange={(value) => onChange(value || null)} {...rest} />;
  };
}

function OptionalColor({ value, onChange, ...rest }: InputProps<string | null>) {
  return <Color value={value ?? ""} onChange={(color) => onChange(color || null)} {...rest} />;
}

const Address = orNothing(textInput("url"));
const Kind = choiceInput(own.questionKinds);

const Questions = rowsInput<Widget["preChat"][number]>({
  words: { add: own.addQuestion, item: own.questionNumber },
  nameOf: ({ text }) => text,
  fresh: () => ({ name: "", text: "", kind: "single_line", required: false, options: [], link: null }),
  ordered: true,
  max: 10,
  Row: ({ value, onChange, ...rest }) => (
    <>
      <RowLine>
        <RowField label={own.questionText} faults={rest.faults} place={`${rest.place}.text`}>
          <Text value={value.text} onChange={(text) => onChange({ ...value, text: text ?? "" })} {...rest} />
        </RowField>
        <RowField
          label={own.questionName}
          hint={own.questionNameHint}
          faults={rest.faults}
          place={`${rest.place}.name`}
        >
          <Text value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
        </RowField>
      </RowLine>
      <RowLine>
        <RowField label={own.questionKind} faults={rest.faults} place={`${rest.place}.kind`}>
          <Kind
            value={value.kind}
            onChange={(kind) => onChange({ ...value, kind: kind ?? "single_line", options: [], link: null })}
            {...rest}
          />
        </RowField>
        <RowField label={own.questionRequired} faults={rest.faults} place={`${rest.place}.required`}>
          <Toggle value={value.required} onChange={(required) => onChange({ ...value, required })} {...rest} />
        </RowField>
      </RowLine>
      {value.kind === "options" ? (
        <RowField label={own.options} hint={own.optionsHint} faults={rest.faults} place={`${rest.place}.options`}>
          <LinesInput value={value.options} onChange={(options) => onChange({ ...value, options })} {...rest} />
        </RowField>
      ) : null}
      {value.kind === "consent" ? (
        <RowField label={own.link} hint={own.linkHint} faults={rest.faults} place={`${rest.place}.link`}>
          <Address value={value.link} onChange={(link) => onChange({ ...value, link })} {...rest} />
        </RowField>
      ) : null}
    </>
  ),
});

const hasHours = ({ operatingHoursId }: Draft) => operatingHoursId !== null;

export function snippetOf(origin: string, widgetId: string): string {
  return `<script src="${origin}/widget/loader.js" data-widget-id="${widgetId}" async></script>`;
}

/** What to paste, and the chat as visitors see it: as it was saved last. */
function Preview({ item }: { item: Widget | undefined }) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  // Once asked for: the chat opens with the focus in its field.
  const [shown, setShown] = useState(false);
  if (!item) return <Words className={styles.hint}>{own.previewLater}</Words>;
  const snippet = snippetOf(globalThis.location.origin, item.id);
  return (
    <div className={styles.aside}>
      <section aria-label={own.snippet} className={styles.part}>
        <Subtitle2 as="h3" className={styles.title}>
          {own.snippet}
        </Subtitle2>
        <Field hint={own.snippetHint}>
          <Textarea
            readOnly
            rows={3}
            aria-label={own.snippet}
            value={snippet}
            textarea={{ className: styles.snippet }}
            onFocus={(event) => event.target.select()}
          />
        </Field>
        <Button
          className={styles.act}
          icon={<CopyRegular />}
          onClick={() => void navigator.clipboard?.writeText(snippet).then(() => setCopied(true))}
        >
          {copied ? words.copied : words.copyText}
        </Button>
      </section>
      <section aria-label={own.preview} className={styles.part}>
        <Subtitle2 as="h3" className={styles.title}>
          {own.preview}
        </Subtitle2>
        <Words size={200} className={styles.hint}>
          {own.previewHint}
        </Words>
        {shown ? (
          <iframe
            // Another version is another page.
            key={item.version}
            title={own.preview}
            src={`/chat/${item.id}`}
            className={styles.frame}
          />
        ) : (
          <Button className={styles.act} icon={<EyeRegular />} onClick={() => setShown(true)}>
            {own.showPreview}
          </Button>
        )}
      </section>
    </div>
  );
}

export const widgets: Noun<Widget> = {
  path: "widgets",
  words: own,
  needs: ["workstreams"],
  aside: Preview,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    {
      key: "workstream",
      label: own.workstream.label,
      text: ({ workstreamId }, name) => name("workstreams", workstreamId),
    },
    {
      key: "domains",
      label: own.domains.label,
      text: ({ allowedDomains }) => allowedDomains.join(", ") || own.anyDomain,
      wide: true,
    },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field<string | null>(
          "workstreamId",
          own.workstream,
          referenceInput("workstreams", { only: (item: { channel: string }) => item.channel === "live_chat" }),
          null,
          { required: true },
        ),
        field("allowedDomains", own.domains, LinesInput, []),
      ],
    },
    {
      title: own.looks,
      fields: [
        field("title", own.title, Text, "", { required: true }),
        field("greeting", own.greeting, LongText, ""),
        field("color", own.color, Color, "#0f6cbd"),
        field("messageColor", own.messageColor, OptionalColor, null),
        field("logoUrl", own.logo, Address, null),
        field<Widget["position"] | null>("position", own.position, choiceInput(own.positions), "right"),
        field<Widget["colorScheme"] | null>("colorScheme", own.colorScheme, choiceInput(own.colorSchemes), "system"),
        field<string | null>(
          "locale",
          own.locale,
          choiceInput<string>(own.locales, { none: own.visitorsLanguage }),
          null,
        ),
      ],
    },
    {
      title: own.hoursTitle,
      fields: [
        field("operatingHoursId", own.hours, referenceInput("operating-hours", { none: own.alwaysThere }), null),
        field<boolean>("onlyDuringHours", own.onlyDuringHours, Toggle, false, { shown: hasHours }),
        field("offlineText", own.offlineText, LongText, "", { shown: hasHours }),
      ],
    },
    {
      title: own.preChatTitle,
      lead: own.preChatLead,
      fields: [field("preChat", own.questions, Questions, [], { group: true })],
    },
    {
      title: own.during,
      fields: [
        field<boolean>("queuePositionShown", own.queuePosition, Toggle, true),
        field<boolean>("expectedWaitShown", own.expectedWait, Toggle, true),
        field<boolean>("transcriptDownload", own.transcript, Toggle, false),
        field<boolean>("sound", own.sound, Toggle, true),
        field("surveyUrl", own.survey, Address, null),
      ],
    },
    {
      title: own.proactiveTitle,
      fields: [
        field("proactiveText", own.proactiveText, LongText, ""),
        field("proactiveShownMs", own.proactiveShown, durationInput(), 60_000),
      ],
    },
  ],
};
