/**
 * The form of one piece: its fields, what is wrong beside each, saving what differs, and what happens when somebody
 * else was quicker. Knows no noun.
 */
import { Button, makeStyles, Subtitle1, Text, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { Problem, RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useBlocker, useNavigate, useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { useDesk } from "../../../app/context";
import { problemText } from "../../../app/problems";
import { texts } from "../../../texts";
import { words } from "../../../texts/administration";
import { administration } from "../address";
import { Back, BackToNav } from "../BackToNav";
import {
  address,
  changePiece,
  collection,
  createPiece,
  fieldsOf,
  listKey,
  namedIn,
  pieceKey,
  pieceOf,
  useClient,
  useListedOf,
} from "./data";
import { DeleteDialog, LeaveDialog } from "./dialogs";
import { changed, isSame, missing, newDraft } from "./draft";
import { type Fault, faultsOf, isConflict, unplaced } from "./faults";
import type { Draft, Noun, Piece } from "./noun";
import { Pending, PendingContext } from "./pending";
import { SectionFields } from "./SectionFields";

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  head: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  body: { flexGrow: 1, minHeight: 0, overflowY: "auto", scrollbarWidth: "thin" },
  columns: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXXL,
    padding: tokens.spacingHorizontalL,
  },
  form: {
    flexGrow: 1,
    flexBasis: "360px",
    maxWidth: "720px",
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXL,
  },
  aside: { flexGrow: 1, flexBasis: "320px", maxWidth: "560px", minWidth: 0 },
  lead: { color: tokens.colorNeutralForeground3 },
  foot: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  state: { color: tokens.colorNeutralForeground3 },
});

/** `id`: none for a new piece. */
export function FormScreen<Item extends Piece>(props: { noun: Noun<Item>; id: string | null }) {
  const { noun, id } = props;
  const client = useClient();
  const path = noun.single ? collection(noun.path) : address(noun.path, id ?? "");
  const { data, error, refetch } = useQuery({
    queryKey: pieceKey(noun.path, id ?? "new"),
    queryFn: async () => pieceOf(noun, await client.get<unknown>(path)),
    enabled: id !== null,
    refetchOnMount: "always",
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const listed = useListedOf(noun.draftNeeds ?? []);
  if (error && !data) {
    const action = { label: texts.common.retry, onClick: () => void refetch() };
    return <Problem title={words.form.loadFailed} detail={problemText(error)} action={action} />;
  }
  if ((id !== null && !data) || !listed) return <RowSkeletons label={texts.common.loading} />;
  return <Form key={id ?? "new"} noun={noun} item={data} listed={listed} onReload={refetch} />;
}

interface FormProps<Item extends Piece> {
  noun: Noun<Item>;
  /** As the server has it now; none for a new one. */
  item: Item | undefined;
  listed: (path: string) => readonly unknown[];
  onReload: () => Promise<{ data: Item | undefined }>;
}

type Doing = "nothing" | "saving" | "deleting";

function Form<Item extends Piece>({ noun, item, listed, onReload }: FormProps<Item>) {
  const styles = useStyles();
  const desk = useDesk();
  const client = useClient();
  const navigate = useNavigate();
  const { cache } = useRouter().options.context;
  const fields = useMemo(() => fieldsOf(noun), [noun]);
  const draftOf = (piece: Item | undefined): Draft => {
    if (!piece) return newDraft(fields);
    return noun.draftOf ? noun.draftOf(piece, listed) : (piece as unknown as Draft);
  };
  const [seen, setSeen] = useState(item);
  const [before, setBefore] = useState(() => draftOf(item));
  const [draft, setDraft] = useState(before);
  const latest = useRef(draft);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [saved, setSaved] = useState(false);
  const [asksToDelete, setAsksToDelete] = useState(false);
  const [pending] = useState(() => new Pending());
  const [key] = useState(desk.newId);
  const left = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  const isDirty = changed(fields, before, draft).length > 0;
  const isOvertaken = seen !== undefined && item !== undefined && item.version > seen.version;
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty && !left.current,
    enableBeforeUnload: () => isDirty && !left.current,
    withResolver: true,
  });

  function take(piece: Item | undefined): void {
    const values = draftOf(piece);
    setSeen(piece);
    setBefore(values);
    latest.current = values;
    setDraft(values);
    setFaults([]);
    setFailure(undefined);
  }

  useEffect(() => {
    // Nothing is lost by showing what somebody else has just saved.
    if (isOvertaken && !isDirty && doing === "nothing") take(item);
  });

  function change(next: (draft: Draft) => Draft): void {
    latest.current = next(latest.current);
    setDraft(latest.current);
    setSaved(false);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (doing !== "nothing") return;
    setDoing("saving");
    setSaved(false);
    await pending.settled();
    const empty = missing(fields, latest.current);
    setFailure(undefined);
    setFaults(empty.map(({ name }) => ({ field: name, detail: words.form.missing })));
    if (empty.length === 0) await save(latest.current);
    setDoing("nothing");
    if (empty.length > 0) showFirstFault();
  }

  async function save(after: Draft) {
    try {
      if (seen) await changePiece(client, noun, seen, { before, after });
      else await create(after);
      await cache.invalidateQueries({ queryKey: listKey(noun.path) });
      if (!seen) return;
      const { data } = await onReload();
      // Words typed while it was being saved stay.
      const typed = latest.current;
      take(data ?? seen);
      if (!isSame(typed, after)) change(() => typed);
      setSaved(true);
    } catch (error) {
      setFailure(error);
      setFaults(faultsOf(error));
      showFirstFault();
      if (isConflict(error)) void onReload();
    }
  }

  async function create(after: Draft) {
    const made = await createPiece(client, noun, after, key);
    left.current = true;
    await navigate({ ...administration(`${noun.path}/${made.id}`), replace: true });
  }

  function showFirstFault() {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  const name = seen ? (noun.nameOf?.(seen) ?? namedIn(seen).name) : noun.words.create;
  const shownPlaces = fields.filter(({ shown }) => !shown || shown(draft)).map(({ name }) => name);
  const conflict = isConflict(failure) || (isOvertaken && isDirty);
  const Aside = noun.aside;
  const Acts = noun.acts;
  return (
    <PendingContext value={pending}>
      <form ref={form} className={styles.page} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles.head}>
          {noun.single ? <BackToNav /> : <Back to={noun.words.many} path={noun.path} />}
          <Subtitle1 as="h2" className={styles.title}>
            {noun.single ? noun.words.many : name}
          </Subtitle1>
          {seen && Acts ? <Acts item={seen} /> : null}
          {seen && !noun.single && !noun.keeps ? (
            <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => setAsksToDelete(true)}>
              {words.form.delete}
            </Button>
          ) : null}
        </div>
        <div className={styles.body}>
          <div className={styles.columns}>
            <div className={styles.form}>
              <Text className={styles.lead}>{noun.words.lead}</Text>
              {conflict ? (
                <Problem
                  title={words.form.conflict}
                  detail={words.form.conflictHint}
                  action={{
                    label: words.form.loadAgain,
                    onClick: () => void onReload().then(({ data }) => take(data)),
                  }}
                />
              ) : failure ? (
                <FailureBar failure={failure} faults={faults} places={shownPlaces} />
              ) : null}
              {noun.sections.map((section) => (
                <SectionFields
                  key={section.title}
                  section={section}
                  draft={draft}
                  faults={faults}
                  isNew={!seen}
                  onChange={change}
                />
              ))}
            </div>
            {Aside ? (
              <div className={styles.aside}>
                <Aside item={seen} draft={draft} />
              </div>
            ) : null}
          </div>
        </div>
        <div className={styles.foot}>
          <Button type="submit" appearance="primary" disabledFocusable={doing !== "nothing" || (!isDirty && !!seen)}>
            {seen ? words.form.save : words.form.create}
          </Button>
          <Button disabled={!isDirty || doing !== "nothing"} onClick={() => take(seen)}>
            {words.form.discard}
          </Button>
          <Text size={200} role="status" className={styles.state}>
            {saved && !isDirty ? words.form.saved : isDirty && seen ? words.form.unsaved : ""}
          </Text>
        </div>
      </form>
      {blocker.status === "blocked" ? <LeaveDialog onStay={blocker.reset} onLeave={blocker.proceed} /> : null}
      {asksToDelete && seen ? (
        <DeleteDialog
          noun={noun}
          item={seen}
          name={name}
          onClose={() => setAsksToDelete(false)}
          onDeleted={() => {
            left.current = true;
            setAsksToDelete(false);
            void cache.invalidateQueries({ queryKey: listKey(noun.path) });
            void navigate(administration(noun.path));
          }}
        />
      ) : null}
    </PendingContext>
  );
}

/** What cannot be said beside a field. */
function FailureBar(props: { failure: unknown; faults: readonly Fault[]; places: readonly string[] }) {
  const { failure, faults, places } = props;
  const rest = unplaced(faults, places);
  if (faults.length > 0 && rest.length === 0) return <Problem title={words.form.faults} />;
  const detail = rest.length > 0 ? rest.map((fault) => fault.detail).join(" ") : problemText(failure);
  return <Problem title={words.form.saveFailed} detail={detail} />;
}
