/** Where the agent writes: a reply to the customer, or a note that only colleagues read. Which one is always plain to see. */
import { Button, makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { LockClosedRegular, SendRegular, TextQuoteRegular } from "@fluentui/react-icons";
import { own } from "@frontdesk/ui";
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from "react";
import { useDesk, useSelected } from "../../app/context";
import type { Conversation, Visibility } from "../../model";
import { texts } from "../../texts";
import { allOf } from "../../texts/lists";
import { AttachButton } from "../files/AttachButton";
import { useFiles } from "../files/useFiles";
import { usePanel } from "../quick-replies/usePanel";

/** The counter appears when so little is left. */
const nearLimit = 200;
const typingEveryMs = 3_000;
const FileTray = lazy(() => import("../files/FileTray"));

const useStyles = makeStyles({
  composer: {
    position: "relative",
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  noting: { backgroundColor: own.noteBackground, color: own.noteForeground },
  top: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  noteMark: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  box: {
    display: "flex",
    alignItems: "flex-end",
    columnGap: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ":focus-within": { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-1px" },
  },
  noteBox: { border: `1px dashed ${own.noteBorder}`, backgroundColor: own.noteBackground, color: own.noteForeground },
  text: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: "44px",
    maxHeight: "30vh",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: "none",
    outline: "none",
    resize: "none",
    background: "none",
    color: "inherit",
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // Not yet in the style types.
    ["fieldSizing" as "width"]: "content",
    "@media (max-width: 767px)": { fontSize: "16px" },
    "::placeholder": { color: tokens.colorNeutralForeground3 },
  },
  noteText: { "::placeholder": { color: own.noteForeground } },
  count: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums", marginInlineStart: "auto" },
  over: { color: own.danger, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  conversation: Conversation;
  notesOnly: boolean;
  /** With whom private words are exchanged just now, by name; otherwise they are notes. */
  thread: readonly string[];
}

export function Composer(props: Props) {
  const styles = useStyles();
  const desk = useDesk();
  const { conversation, notesOnly, thread } = props;
  const { id } = conversation;
  const draft = useSelected(desk.drafts.store, (drafts) => drafts[id]);
  const visibility: Visibility = notesOnly ? "internal" : (draft?.mode ?? "public");
  const text = draft?.[visibility] ?? "";
  const noting = visibility === "internal";
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(0);
  const max = desk.me.settings.messageCharactersMax;
  // The server counts characters, not the halves of them that JavaScript does.
  const left = max - [...text].length;

  useEffect(() => {
    if (notesOnly && desk.drafts.get(id).visibility !== "internal") desk.drafts.setMode(id, "internal");
  }, [desk, id, notesOnly]);
  useEffect(() => {
    // Never out of a dialog that somebody reads.
    const reading = document.activeElement?.closest('[role="dialog"]') != null;
    if (!reading && globalThis.matchMedia?.("(hover: hover)").matches) field.current?.focus();
  }, []);

  function change(value: string) {
    desk.drafts.setText(id, value);
    const now = desk.now();
    if (noting || !value || now - typed.current < typingEveryMs) return;
    typed.current = now;
    desk.typing.current(id);
  }

  const files = useFiles(id);
  const canSend = (text.trim() !== "" || files.isReady) && left >= 0 && !files.isBusy;
  const panel = usePanel({ field, conversation, text, onText: change });

  function send() {
    const message = text.trim();
    if (!canSend) return;
    desk.drafts.setText(id, "");
    typed.current = 0;
    void desk.outbox.send(id, message, visibility, desk.uploads.take(id));
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (panel.onKeyDown(event)) return event.preventDefault();
    // While an input method composes, Enter chooses its word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  const note = noteWords(thread);
  const sendLabel = noting ? note.send : texts.composer.send;
  const placeholder = noting ? note.placeholder : texts.composer.replyPlaceholder;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped here can be chosen and pasted too
    <div
      className={mergeClasses(styles.composer, noting && styles.noting)}
      data-mode={visibility}
      onDrop={files.onDrop}
      onDragOver={files.onDragOver}
    >
      {panel.popup}
      {panel.dialog}
      <div className={styles.top}>
        {notesOnly ? null : (
          <TabList
            size="small"
            aria-label={texts.composer.mode}
            selectedValue={visibility}
            onTabSelect={(_, data) => {
              desk.drafts.setMode(id, data.value as Visibility);
              field.current?.focus();
            }}
          >
            <Tab value="public">{texts.composer.reply}</Tab>
            <Tab value="internal" icon={<LockClosedRegular />}>
              {note.tab}
            </Tab>
          </TabList>
        )}
        {noting ? (
          <span className={styles.noteMark}>
            <LockClosedRegular aria-hidden />
            {note.mark}
          </span>
        ) : null}
        {left <= nearLimit ? (
          <span className={mergeClasses(styles.count, left < 0 && styles.over)} role="status">
            {left < 0 ? texts.composer.over(-left) : texts.composer.left(left)}
          </span>
        ) : null}
      </div>
      {files.files.length > 0 ? (
        <Suspense>
          <FileTray files={files.files} />
        </Suspense>
      ) : null}
      <div className={mergeClasses(styles.box, noting && styles.noteBox)}>
        <textarea
          ref={field}
          rows={1}
          className={mergeClasses(styles.text, noting && styles.noteText)}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-describedby="composer-keys"
          aria-invalid={left < 0 || undefined}
          onChange={(event) => {
            const { inputType } = event.nativeEvent as InputEvent;
            panel.onTyped(event.target.selectionStart, inputType === "insertFromPaste");
            change(event.target.value);
          }}
          onPaste={files.onPaste}
          onSelect={panel.onSelect}
          onBlur={panel.onBlur}
          {...panel.described}
          onKeyDown={onKeyDown}
        />
        {files.isOn ? <AttachButton onFiles={files.add} /> : null}
        <Button
          appearance="subtle"
          icon={<TextQuoteRegular />}
          aria-label={texts.quickReplies.open}
          aria-expanded={panel.open}
          title={texts.quickReplies.open}
          onMouseDown={(event) => event.preventDefault()}
          onClick={panel.toggle}
        />
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={!canSend}
          aria-label={sendLabel}
          title={sendLabel}
          onClick={send}
        />
      </div>
      <span id="composer-keys" className="visually-hidden">
        {texts.composer.keys}
      </span>
    </div>
  );
}

/** A note for the team, or a word to those who take part. */
function noteWords(thread: readonly string[]) {
  const { note, notePlaceholder, noteMark, sendNote } = texts.composer;
  if (thread.length === 0) return { tab: note, placeholder: notePlaceholder, mark: noteMark, send: sendNote };
  const { tab, placeholder, mark, send } = texts.guests.thread;
  return { tab, placeholder: placeholder(allOf(thread)), mark, send };
}
