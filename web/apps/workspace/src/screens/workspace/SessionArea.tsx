/** The focused session: its conversation or home, and the pages that its tabs frame. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChatMultipleRegular } from "@fluentui/react-icons";
import { EmptyState } from "@frontdesk/ui";
import { lazy, Suspense } from "react";
import { useDesk, useSelected } from "../../app/context";
import { FramedTab } from "../../host/FramedTab";
import { mainTabIdOf, type Session } from "../../sessions/store";
import { texts } from "../../texts";
import { AppTabs } from "./AppTabs";
import { SessionTabs } from "./SessionTabs";

const ConversationPane = lazy(() => import("../conversation/ConversationPane"));

const useStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, minWidth: 0, display: "flex", flexDirection: "column" },
  home: { flexGrow: 1, display: "grid", placeItems: "center" },
  gone: { display: "none" },
});

export function SessionArea() {
  const desk = useDesk();
  const { sessions, focusedId } = useSelected(desk.sessions.store, (state) => state);
  const focused = sessions.find((session) => session.id === focusedId);
  return (
    <>
      {sessions.length > 1 ? <SessionTabs /> : null}
      {focused && focused.tabs.length > 1 ? <AppTabs session={focused} /> : null}
      {focused ? <MainTab key={focused.id} session={focused} /> : null}
      {sessions.flatMap((session) =>
        session.tabs
          .filter((tab) => tab.url !== null)
          .map((tab) => (
            <FramedTab key={tab.id} tab={tab} shown={session.id === focusedId && session.focusedTabId === tab.id} />
          )),
      )}
    </>
  );
}

function MainTab(props: { session: Session }) {
  const styles = useStyles();
  const { session } = props;
  const main = session.tabs.find((tab) => tab.id === mainTabIdOf(session.id));
  const shown = session.focusedTabId === main?.id;
  const key = main?.reloads ?? 0;
  return (
    <div className={mergeClasses(styles.body, !shown && styles.gone)}>
      {session.conversationId ? (
        <Suspense fallback={null}>
          <ConversationPane key={key} conversationId={session.conversationId} />
        </Suspense>
      ) : (
        <div className={styles.home}>
          <EmptyState
            icon={<ChatMultipleRegular />}
            title={session.title || texts.conversation.choose}
            hint={texts.conversation.chooseHint}
          />
        </div>
      )}
    </div>
  );
}
