/** Administration: all its screens at the side, and the one that the address names. */
import { makeStyles, mergeClasses, Subtitle1, Text, tokens } from "@fluentui/react-components";
import { EmptyState, TruncatedText } from "@frontdesk/ui";
import { Link, useLocation } from "@tanstack/react-router";
import { texts } from "../../texts";
import { words } from "../../texts/administration";
import { usePhone } from "../workspace/view";
import { administration } from "./address";
import { FormScreen } from "./kit/FormScreen";
import { ListScreen } from "./kit/ListScreen";
import { type Entry, entryName, entryPath, type Noun } from "./kit/noun";
import { navigation } from "./navigation";

const useStyles = makeStyles({
  area: { flexGrow: 1, minHeight: 0, display: "flex" },
  nav: {
    width: "216px",
    flexShrink: 0,
    overflowY: "auto",
    scrollbarWidth: "thin",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalM,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  whole: { width: "100%", borderRightStyle: "none" },
  title: { margin: 0, padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}` },
  group: { paddingTop: tokens.spacingVerticalM },
  groupTitle: {
    display: "block",
    marginBlock: 0,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  links: { listStyleType: "none", margin: 0, padding: 0 },
  link: {
    display: "block",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  content: { flexGrow: 1, minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column" },
});

export default function AdministrationArea() {
  const styles = useStyles();
  const phone = usePhone();
  const { pathname } = useLocation();
  const [path, id] = pathname.split("/").filter(Boolean).slice(1);
  const entries = navigation.flatMap((group) => group.entries);
  const first = entries[0];
  const current = path ? entries.find((entry) => entryPath(entry) === path) : phone ? undefined : first;
  return (
    <div className={styles.area}>
      {phone && path ? null : <Navigation current={current} whole={phone} />}
      {phone && !path ? null : (
        <div className={styles.content}>
          {current ? (
            <Screen key={entryPath(current)} entry={current} id={id} />
          ) : (
            <EmptyState title={texts.problems.notFound} />
          )}
        </div>
      )}
    </div>
  );
}

function Screen({ entry, id }: { entry: Entry; id: string | undefined }) {
  if ("screen" in entry) return <entry.screen.Screen />;
  const noun = entry.noun as unknown as Noun;
  if (noun.single) return <FormScreen noun={noun} id="the" />;
  if (id) return <FormScreen key={id} noun={noun} id={id === "new" ? null : id} />;
  return <ListScreen noun={noun} />;
}

function Navigation(props: { current: Entry | undefined; whole: boolean }) {
  const styles = useStyles();
  return (
    <nav aria-label={words.title} className={mergeClasses(styles.nav, props.whole && styles.whole)}>
      <Subtitle1 as="h2" className={styles.title}>
        {words.title}
      </Subtitle1>
      {navigation.map((group) => (
        <div key={group.title} className={styles.group}>
          <Text as="h3" className={styles.groupTitle}>
            {group.title}
          </Text>
          <ul className={styles.links}>
            {group.entries.map((entry) => {
              const isCurrent = entry === props.current;
              return (
                <li key={entryPath(entry)}>
                  <Link
                    {...administration(entryPath(entry))}
                    aria-current={isCurrent ? "page" : undefined}
                    className={mergeClasses(styles.link, isCurrent && styles.current)}
                  >
                    <TruncatedText text={entryName(entry)} />
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
