/** Conversations that are offered to this agent, over whatever else is on the screen. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useDesk, useSelected } from "../app/context";
import { texts } from "../texts";
import { OfferCard } from "./OfferCard";

const useStyles = makeStyles({
  cards: {
    position: "fixed",
    zIndex: 30,
    top: tokens.spacingVerticalL,
    right: tokens.spacingHorizontalL,
    width: "min(360px, calc(100vw - 32px))",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    "@media (max-width: 767px)": { right: "16px", left: "16px", width: "auto" },
  },
});

export function OfferCards() {
  const styles = useStyles();
  const desk = useDesk();
  const offers = useSelected(desk.offers.store, (state) => state.offers);
  return (
    <section aria-label={texts.offers.label} aria-live="assertive" aria-relevant="additions" className={styles.cards}>
      {offers.map((offer) => (
        <OfferCard key={offer.sessionId} offer={offer} />
      ))}
    </section>
  );
}
