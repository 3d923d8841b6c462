/** The frame: rail, lists, conversation, customer; on a phone one of them at a time. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useDesk, useSelected } from "../../app/context";
import { OfferCards } from "../../offers/OfferCards";
import { texts } from "../../texts";
import { Commands } from "../commands/Commands";
import { Lists } from "../inbox/Lists";
import { Ongoing } from "../ongoing/Ongoing";
import { ConnectionBar } from "./ConnectionBar";
import { Notices } from "./Notices";
import { Rail } from "./Rail";
import { SessionArea } from "./SessionArea";
import { isAdministration } from "./useAddress";
import { useTitle } from "./useTitle";
import { useFolded, usePhone, view } from "./view";

const RoutingDrawer = lazy(() => import("../routing/RoutingDrawer"));
const AdministrationArea = lazy(() => import("../administration/AdministrationArea"));
const CustomerPanel = lazy(() => import("../customer/CustomerPanel"));

const useStyles = makeStyles({
  page: {
    height: "100dvh",
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  frame: { display: "grid", minHeight: 0, position: "relative" },
  wide: {
    gridTemplateColumns: "56px 320px minmax(0, 1fr) auto",
    "@media (max-width: 1023px)": { gridTemplateColumns: "56px 280px minmax(0, 1fr) auto" },
  },
  administration: { gridTemplateColumns: "56px minmax(0, 1fr)" },
  phone: { gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "minmax(0, 1fr) auto" },
  lists: {
    minWidth: 0,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: {
    minWidth: 0,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  customer: {
    width: "340px",
    minHeight: 0,
    overflowY: "auto",
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  floating: {
    // Too narrow for both: over the conversation, with a button of its own to close it.
    "@media (max-width: 1099px)": {
      position: "absolute",
      top: 0,
      bottom: 0,
      insetInlineEnd: 0,
      zIndex: 5,
      maxWidth: "calc(100vw - 56px)",
      boxShadow: tokens.shadow28,
    },
  },
  whole: { width: "auto", borderLeft: "none" },
  gone: { display: "none" },
});

export function Frame() {
  const styles = useStyles();
  const desk = useDesk();
  const phone = usePhone();
  const folded = useFolded();
  const { pane, customerOut, area, whyOf } = useSelected(view, (state) => state);
  const conversationId = useSelected(
    desk.sessions.store,
    (state) => state.sessions.find((session) => session.id === state.focusedId)?.conversationId ?? null,
  );
  const administering = isAdministration(useLocation().pathname);
  useTitle();
  useEffect(() => {
    // On a phone, whatever gets the focus is what one wants to see.
    if (conversationId) view.setState({ pane: "conversation" });
    else view.setState({ pane: "list", customerOut: false });
  }, [conversationId]);

  const shows = (name: typeof pane) => !administering && (!phone || pane === name);
  const showsCustomer =
    !administering && conversationId !== null && (phone ? pane === "customer" : !folded || customerOut);
  return (
    <div className={styles.page}>
      <a className="visually-hidden" href="#conversation">
        {texts.rail.skip}
      </a>
      <header className="visually-hidden">
        <h1>{texts.product}</h1>
      </header>
      <ConnectionBar />
      <div
        className={mergeClasses(
          styles.frame,
          phone ? styles.phone : administering ? styles.administration : styles.wide,
        )}
      >
        {phone ? null : <Rail />}
        <section
          aria-label={area === "ongoing" ? texts.lists.ongoing : texts.lists.label}
          className={mergeClasses(styles.lists, !shows("list") && styles.gone)}
        >
          {area === "ongoing" ? <Ongoing /> : <Lists />}
        </section>
        <main
          id="conversation"
          tabIndex={-1}
          className={mergeClasses(styles.main, !shows("conversation") && styles.gone)}
        >
          <SessionArea />
        </main>
        {administering ? (
          <main className={styles.main}>
            <Suspense fallback={null}>
              <AdministrationArea />
            </Suspense>
          </main>
        ) : null}
        {showsCustomer ? (
          <aside
            aria-label={texts.customer.label}
            className={mergeClasses(styles.customer, folded && !phone && styles.floating, phone && styles.whole)}
          >
            <Suspense fallback={null}>
              <CustomerPanel key={conversationId} conversationId={conversationId} />
            </Suspense>
          </aside>
        ) : null}
        {phone ? <Rail bottom /> : null}
      </div>
      {whyOf ? (
        <Suspense fallback={null}>
          <RoutingDrawer key={whyOf} conversationId={whyOf} onClose={() => view.setState({ whyOf: null })} />
        </Suspense>
      ) : null}
      <OfferCards />
      <Commands />
      <Notices />
    </div>
  );
}
