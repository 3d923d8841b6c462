/** The icon of a template. The channel's own is drawn by its mark, where it is meant. */
import { AlertRegular, ChatRegular, PeopleRegular, PersonRegular, StarRegular } from "@fluentui/react-icons";
import type { TemplateIcon } from "../model";

const icons: Record<Exclude<TemplateIcon, "channel">, typeof ChatRegular> = {
  chat: ChatRegular,
  person: PersonRegular,
  people: PeopleRegular,
  alert: AlertRegular,
  star: StarRegular,
};

/** Says nothing that the text beside it does not. */
export function TemplateMark(props: { icon: Exclude<TemplateIcon, "channel"> }) {
  const Icon = icons[props.icon];
  return <Icon fontSize={16} aria-hidden data-icon={props.icon} />;
}
