/** Finding a record by a few letters and linking it. */
import { Button, makeStyles, SearchBox, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { link } from "../../actions/records";
import { useDesk } from "../../app/context";
import { keys } from "../../app/keys";
import { problemText } from "../../app/problems";
import type { Server } from "../../app/server";
import { useSettled } from "../../app/useSettled";
import type { CaseRecord, CustomerRecord, RecordType } from "../../model";
import { texts } from "../../texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  row: { display: "flex", columnGap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, maxWidth: "none", minWidth: 0 },
  found: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  choice: { width: "100%", justifyContent: "flex-start", textAlign: "start", fontWeight: tokens.fontWeightRegular },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  meta: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const searchTexts: Record<RecordType, string> = {
  contact: texts.customer.searchContacts,
  account: texts.customer.searchAccounts,
  incident: texts.customer.searchCases,
};
const shownMax = 8;

export function LinkRecord(props: { conversationId: string; nouns: readonly RecordType[]; onDone: () => void }) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversationId, nouns, onDone } = props;
  const [noun, setNoun] = useState<RecordType>(nouns[0] ?? "contact");
  const [search, setSearch] = useState("");
  const wanted = useSettled(useDeferredValue(search.trim()));
  const { data, error } = useQuery({
    queryKey: keys.records(noun, wanted),
    queryFn: () => findRecords(desk.server, noun, wanted),
    enabled: wanted.length > 0,
    staleTime: 10_000,
  });
  return (
    <div className={styles.form}>
      {nouns.length > 1 ? (
        <TabList size="small" selectedValue={noun} onTabSelect={(_, tab) => setNoun(tab.value as RecordType)}>
          <Tab value="contact">{texts.customer.contact}</Tab>
          <Tab value="account">{texts.customer.account}</Tab>
        </TabList>
      ) : null}
      <div className={styles.row}>
        <SearchBox
          autoFocus
          size="small"
          className={styles.search}
          value={search}
          placeholder={searchTexts[noun]}
          aria-label={searchTexts[noun]}
          onChange={(_, input) => setSearch(input.value)}
        />
        <Button size="small" onClick={onDone}>
          {texts.common.cancel}
        </Button>
      </div>
      <div aria-live="polite">
        {error ? <Text size={200}>{problemText(error)}</Text> : null}
        {!wanted ? <span className={styles.meta}>{texts.customer.searchHint}</span> : null}
        {wanted && data?.length === 0 ? (
          <span className={styles.meta}>{texts.customer.nothingFound(wanted)}</span>
        ) : null}
        <ul className={styles.found}>
          {(wanted ? (data ?? []) : []).slice(0, shownMax).map((record) => (
            <li key={record.id}>
              <Button
                appearance="subtle"
                className={styles.choice}
                onClick={async () => {
                  if (await link(desk, conversationId, noun, record.id)) onDone();
                }}
              >
                <span className={styles.words}>
                  <span>{record.title}</span>
                  <span className={styles.meta}>{record.meta}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface Found {
  id: string;
  title: string;
  meta: string;
}

async function findRecords(server: Server, noun: RecordType, search: string): Promise<Found[]> {
  if (noun === "incident") return (await server.cases(search)).map(ofCase);
  return (await (noun === "contact" ? server.contacts(search) : server.accounts(search))).map(ofCustomer);
}

function ofCase(record: CaseRecord): Found {
  return {
    id: record.id,
    title: record.title,
    meta: `${record.ticketNumber} · ${texts.customer.caseStatus[record.status]}`,
  };
}

function ofCustomer(record: CustomerRecord): Found {
  return { id: record.id, title: record.name, meta: [record.email, record.phone].filter(Boolean).join(" · ") };
}
