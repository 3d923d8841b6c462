/** Templates: how offers look and are answered, and how the tab of a conversation looks. */
import type { NotificationTemplate, SessionTemplate } from "@frontdesk/api";
import { words } from "../../../texts/administration";
import { durationInput } from "../kit/Duration";
import { choiceInput, Text, Toggle } from "../kit/inputs";
import { field, type Noun } from "../kit/noun";
import { RowField, RowLine, rowsInput } from "../kit/rows";

const { sessionTemplates: session, notificationTemplates: notification, templateIcons } = words;

const Fields = rowsInput<NotificationTemplate["fields"][number]>({
  words: { add: notification.addField, item: notification.fieldNumber },
  fresh: () => ({ header: "", value: "" }),
  ordered: true,
  Row: ({ value, onChange, ...rest }) => (
    <RowLine>
      <RowField label={notification.header} faults={rest.faults} place={`${rest.place}.header`}>
        <Text value={value.header} onChange={(header) => onChange({ ...value, header: header ?? "" })} {...rest} />
      </RowField>
      <RowField label={notification.value} faults={rest.faults} place={`${rest.place}.value`}>
        <Text value={value.value} onChange={(to) => onChange({ ...value, value: to ?? "" })} {...rest} />
      </RowField>
    </RowLine>
  ),
});

export const sessionTemplates: Noun<SessionTemplate> = {
  path: "session-templates",
  words: session,
  columns: [
    { key: "name", label: session.name, text: ({ name }) => name },
    { key: "title", label: session.title.label, text: ({ title }) => title },
    { key: "icon", label: session.icon, text: ({ icon }) => templateIcons[icon], wide: true },
  ],
  sections: [
    {
      title: session.general,
      fields: [
        field("name", session.name, Text, "", { required: true }),
        field("title", session.title, Text, "{customerName}", { required: true }),
        field<SessionTemplate["icon"] | null>("icon", session.icon, choiceInput(templateIcons), "channel"),
      ],
    },
  ],
};

export const notificationTemplates: Noun<NotificationTemplate> = {
  path: "notification-templates",
  words: notification,
  columns: [
    { key: "name", label: notification.name, text: ({ name }) => name },
    { key: "title", label: notification.title.label, text: ({ title }) => title },
    {
      key: "notification",
      label: notification.notification,
      text: (item) => words.notifications[item.notification],
      wide: true,
    },
  ],
  sections: [
    {
      title: notification.general,
      fields: [
        field("name", notification.name, Text, "", { required: true }),
        field("title", notification.title, Text, "{customerName}", { required: true }),
        field<NotificationTemplate["icon"] | null>("icon", notification.icon, choiceInput(templateIcons), "channel"),
        field("fields", notification.fields, Fields, [], { group: true }),
      ],
    },
    {
      title: notification.answering,
      fields: [
        field<NotificationTemplate["notification"] | null>(
          "notification",
          notification.notification,
          choiceInput(words.notifications),
          "screen_pop_with_decline",
        ),
        field("timeoutMs", notification.timeout, durationInput(), 120_000, { required: true }),
        field<boolean>("countdownShown", notification.countdown, Toggle, true),
        field<NotificationTemplate["onTimeout"] | null>(
          "onTimeout",
          notification.onTimeout,
          choiceInput(notification.onTimeouts),
          "decline",
        ),
        field("acceptText", notification.acceptText, Text, words.usualAccept, { required: true }),
        field("rejectText", notification.rejectText, Text, words.usualReject, { required: true }),
        field<NotificationTemplate["desktop"] | null>(
          "desktop",
          notification.desktop,
          choiceInput(notification.desktops),
          "background",
        ),
      ],
    },
  ],
};
