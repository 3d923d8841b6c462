/** The mark of a channel: an icon with its name for those who cannot see it. */
import { makeStyles, mergeClasses, Tooltip, tokens } from "@fluentui/react-components";
import {
  CallRegular,
  ChatMultiple16Regular,
  ChatRegular,
  MailRegular,
  PhoneRegular,
  PlugConnectedRegular,
  SendRegular,
} from "@fluentui/react-icons";

export type ChannelName = "live_chat" | "sms" | "whatsapp" | "facebook" | "telegram" | "line" | "email" | "custom";

const icons: Record<ChannelName, typeof ChatRegular> = {
  live_chat: ChatRegular,
  sms: PhoneRegular,
  whatsapp: CallRegular,
  facebook: ChatMultiple16Regular,
  telegram: SendRegular,
  line: ChatMultiple16Regular,
  email: MailRegular,
  custom: PlugConnectedRegular,
};

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    color: tokens.colorNeutralForeground3,
    fontSize: "16px",
    flexShrink: 0,
  },
});

export function ChannelMark(props: { channel: ChannelName; label: string; className?: string }) {
  const styles = useStyles();
  const Icon = icons[props.channel] ?? PlugConnectedRegular;
  return (
    <Tooltip content={props.label} relationship="label">
      <span role="img" className={mergeClasses(styles.mark, props.className)}>
        <Icon aria-hidden />
      </span>
    </Tooltip>
  );
}
