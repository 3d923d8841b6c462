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
import { LinesInput, LongText, referenceInput, Text } from "../kit/inputs";
import { field, type InputProps, type Noun } from "../kit/noun";

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
      ],
    },
  ],
};
