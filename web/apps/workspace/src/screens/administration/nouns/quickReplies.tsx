/** Quick replies that the organisation shares: what agents insert with a slash. */
import type { QuickReply } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { LongText, Text, textInput } from "../kit/inputs";
import { manyInput } from "../kit/ManyPicker";
import { field, type InputProps, type Noun } from "../kit/noun";

const { quickReplies: own } = words;

/** Tags, parted by commas as they are typed. */
function Tags({ value, onChange, ...rest }: InputProps<string[]>) {
  return (
    <Words
      value={(value ?? []).join(", ")}
      onChange={(text) => onChange((text ?? "") === "" ? [] : (text ?? "").split(",").map((tag) => tag.trimStart()))}
      {...rest}
    />
  );
}

const Words = textInput();

export const quickReplies: Noun<QuickReply> = {
  path: "quick-replies",
  words: own,
  nameOf: ({ title }) => title,
  columns: [
    { key: "title", label: own.title, text: ({ title }) => title },
    { key: "text", label: own.text.label, text: ({ text }) => text },
    { key: "locale", label: own.locale.label, text: ({ locale }) => locale, wide: true },
    { key: "tags", label: own.tags.label, text: ({ tags }) => tags.map((tag) => `#${tag}`).join(" "), wide: true },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("title", own.title, Text, "", { required: true }),
        field("text", own.text, LongText, "", { required: true }),
        field("locale", own.locale, Text, "en-US", { required: true }),
        field("tags", own.tags, Tags, []),
        field(
          "workstreamIds",
          own.workstreams,
          manyInput("workstreams", { label: own.workstreams.label, placeholder: own.addWorkstream }),
          [],
        ),
      ],
    },
  ],
};
