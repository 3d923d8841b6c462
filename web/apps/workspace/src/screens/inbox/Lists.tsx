/** The agent's three lists under their tabs, with what is unread or waiting in each; or what a search has found. */
import { CounterBadge, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useDesk, useSelected } from "../../app/context";
import { listQuery } from "../../app/queries";
import { texts } from "../../texts";
import { isSearched, SearchField } from "../search/SearchField";
import { type ListTab, view } from "../workspace/view";
import { ConversationList } from "./ConversationList";
import { Visiting } from "./Visiting";

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});

const SearchResults = lazy(() => import("../search/SearchResults"));

const tabs: readonly ListTab[] = ["mine", "open", "closed"];

export function Lists() {
  const searchFor = useSelected(view, (state) => state.searchFor);
  return (
    <>
      <h2 className="visually-hidden">{texts.lists.label}</h2>
      <SearchField />
      {isSearched(searchFor) ? (
        <Suspense fallback={<RowSkeletons label={texts.common.loading} />}>
          <SearchResults text={searchFor} />
        </Suspense>
      ) : (
        <TabbedLists />
      )}
    </>
  );
}

function TabbedLists() {
  const styles = useStyles();
  const tab = useSelected(view, (state) => state.tab);
  return (
    <>
      <TabList
        selectedValue={tab}
        onTabSelect={(_, data) => view.setState({ tab: data.value as ListTab })}
        className={styles.tabs}
        aria-label={texts.lists.label}
      >
        {tabs.map((name) => (
          <ListTabButton key={name} name={name} />
        ))}
      </TabList>
      {tab === "mine" ? <Visiting /> : null}
      <ConversationList key={tab} view={tab} />
    </>
  );
}

/** My: messages nobody read. Open: conversations that wait for an agent. Closed: nothing is owed. */
function ListTabButton(props: { name: ListTab }) {
  const styles = useStyles();
  const desk = useDesk();
  const { name } = props;
  const { data } = useQuery({ ...listQuery(desk, name), enabled: name !== "closed" });
  const items = name === "closed" ? [] : (data?.items ?? []);
  const count = name === "mine" ? items.reduce((sum, item) => sum + item.unread, 0) : items.length;
  const label = name === "mine" ? texts.lists.unreadIn : texts.lists.countIn;
  return (
    <Tab value={name}>
      <span className={styles.tab}>
        <span className={count > 0 ? "visually-hidden" : undefined}>
          {count > 0 ? label(texts.lists[name], count) : texts.lists[name]}
        </span>
        {count > 0 ? <span aria-hidden>{texts.lists[name]}</span> : null}
        {count > 0 ? (
          <CounterBadge
            count={count}
            size="small"
            color={name === "mine" ? "brand" : "informative"}
            overflowCount={999}
            aria-hidden
          />
        ) : null}
      </span>
    </Tab>
  );
}
