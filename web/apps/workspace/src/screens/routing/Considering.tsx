/** Everybody who was considered, in groups: who could take it, and the first thing that stood against the others. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Considered, Demand, Named } from "@frontdesk/api";
import type { Names } from "../../routing/names";
import { groupsOf, reasonText } from "../../routing/reasons";
import { texts } from "../../texts";
import { allOf } from "../../texts/lists";
import { Section } from "./parts";

const useStyles = makeStyles({
  groups: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  group: { display: "flex", flexDirection: "column" },
  names: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  considered: Considered;
  demand: Demand;
  names: Names;
  asOfNow?: boolean;
  /** Nobody is looked for: it waits to be picked. */
  picked?: boolean;
}

export function Considering({ considered, demand, names, asOfNow = false, picked = false }: Props) {
  const styles = useStyles();
  const { eligible, unlisted } = considered;
  const groups = groupsOf(considered, names, asOfNow);
  if (eligible.length + groups.length + unlisted === 0) return null;
  const words = picked ? texts.routing.considered.pickers : texts.routing.considered;
  const footnote = picked ? texts.routing.considered.pickers.footnote : texts.routing.footnote;
  return (
    <Section title={words.title}>
      <ul className={styles.groups}>
        {eligible.length > 0 ? <Group text={words.eligible(eligible.length)} agents={eligible} names={names} /> : null}
        {groups.map((group) => (
          <Group
            key={`${group.reason} ${group.base}`}
            text={reasonText(group, demand)}
            agents={group.agents}
            names={names}
          />
        ))}
        {unlisted > 0 ? <li>{texts.routing.considered.unlisted(unlisted)}</li> : null}
      </ul>
      {picked || groups.length > 0 ? <span className={styles.names}>{footnote}</span> : null}
    </Section>
  );
}

function Group(props: { text: string; agents: readonly Named[]; names: Names }) {
  const styles = useStyles();
  return (
    <li className={styles.group}>
      <span>{props.text}</span>
      <span className={styles.names}>{allOf(props.agents.map(props.names.who))}</span>
    </li>
  );
}
