/** Who takes part beside the agent, oneself first, each with what can be done about it. Silent where nobody does. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { EyeRegular, PeopleRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { acceptConsult, addToPublic, endConsult, leaveAsGuest, rejectConsult } from "../../actions/guests";
import { useDesk } from "../../app/context";
import { guestOf, guestsOf, standingOf } from "../../guests/guests";
import { useColleagueNames } from "../../guests/names";
import { type ConversationDetail, isOffered, type Participant } from "../../model";
import { texts } from "../../texts";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    listStyleType: "none",
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    minHeight: "32px",
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  text: { flexGrow: 1, flexBasis: "180px", overflowWrap: "anywhere" },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalXS },
  mark: { flexShrink: 0 },
});

interface Props {
  detail: ConversationDetail;
}

export function GuestBar({ detail }: Props) {
  const styles = useStyles();
  const desk = useDesk();
  const own = guestOf(detail, desk.me.id);
  const others = guestsOf(detail).filter((guest) => guest !== own);
  if (!own && others.length === 0) return null;
  return (
    <ul className={styles.bar} aria-label={texts.guests.label}>
      {own ? <OwnRow detail={detail} own={own} /> : null}
      {others.map((guest) => (
        <OtherRow key={guest.id} detail={detail} guest={guest} />
      ))}
    </ul>
  );
}

function Row(props: { text: string; unseen?: boolean; children?: ReactNode }) {
  const styles = useStyles();
  const Mark = props.unseen ? EyeRegular : PeopleRegular;
  return (
    <li className={styles.row}>
      <Mark className={styles.mark} fontSize={16} aria-hidden />
      <Text size={200} className={styles.text} role="status">
        {props.text}
      </Text>
      <span className={styles.buttons}>{props.children}</span>
    </li>
  );
}

function OwnRow({ detail, own }: Props & { own: Participant }) {
  const desk = useDesk();
  const nameOf = useColleagueNames();
  const { conversation } = detail;
  const standing = standingOf(own);
  const agent = nameOf(conversation.activeAgentId);
  const words = texts.guests.own;
  if (standing === "invited") {
    return (
      <Row text={words.invited(agent)}>
        <Button size="small" appearance="primary" onClick={() => void acceptConsult(desk, conversation, own)}>
          {texts.guests.consult.accept}
        </Button>
        <Button size="small" onClick={() => void rejectConsult(desk, conversation, own)}>
          {texts.guests.consult.reject}
        </Button>
      </Row>
    );
  }
  const handsOver = standing === "advising" && isOffered(conversation);
  const text =
    standing === "advising" || standing === "public"
      ? (handsOver ? words.handingOver : words[standing])(agent)
      : words[standing];
  return (
    <Row text={text} unseen={standing === "monitoring"}>
      <Button size="small" onClick={() => void leaveAsGuest(desk, conversation)}>
        {standing === "monitoring" ? texts.guests.stop : texts.guests.leave}
      </Button>
    </Row>
  );
}

/** Only whose conversation it is decides about those whom they asked. */
function OtherRow({ detail, guest }: Props & { guest: Participant }) {
  const desk = useDesk();
  const name = useColleagueNames()(guest.agentId);
  const { conversation } = detail;
  const standing = standingOf(guest);
  const text = texts.guests.other[standing](name);
  const decides = conversation.activeAgentId === desk.me.id && standing !== "joined" && standing !== "monitoring";
  if (!decides) return <Row text={text} unseen={standing === "monitoring"} />;
  const invited = standing === "invited";
  return (
    <Row text={text}>
      {standing === "advising" ? (
        <Button
          size="small"
          aria-label={texts.guests.addToPublicNamed(name)}
          onClick={() => void addToPublic(desk, conversation, guest)}
        >
          {texts.guests.addToPublic}
        </Button>
      ) : null}
      <Button
        size="small"
        aria-label={(invited ? texts.guests.takeBackNamed : texts.guests.endNamed)(name)}
        onClick={() => void endConsult(desk, conversation, guest)}
      >
        {invited ? texts.guests.takeBack : texts.guests.end}
      </Button>
    </Row>
  );
}
