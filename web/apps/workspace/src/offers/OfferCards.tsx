/** Conversations that are offered to this agent, over whatever else is on the screen. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useDesk, useSelected } from "../app/context";
import { useInvitations } from "../guests/invitations";
import { texts } from "../texts";
import { InvitationCard } from "./InvitationCard";
import { OfferCard } from "./OfferCard";

const useStyles = makeStyles({
  cards: {
    position: "fixed",
    zIndex: 30,
    // Over the foot of the lists: nothing that one is working on is covered.
    insetInlineStart: "68px",
    bottom: tokens.spacingVerticalM,
    width: "296px",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    "@media (max-width: 1023px)": { width: "256px" },
    "@media (max-width: 767px)": {
      top: "12px",
      bottom: "auto",
      insetInlineEnd: "12px",
      insetInlineStart: "12px",
      width: "auto",
    },
  },
});

export function OfferCards() {
  const styles = useStyles();
  const desk = useDesk();
  const offers = useSelected(desk.offers.store, (state) => state.offers);
  const invitations = useInvitations();
  return (
    <section aria-label={texts.offers.label} aria-live="assertive" aria-relevant="additions" className={styles.cards}>
      {offers.map((offer) => (
        <OfferCard key={offer.sessionId} offer={offer} />
      ))}
      {invitations.map((invitation) => (
        <InvitationCard key={invitation.guest.id} invitation={invitation} />
      ))}
    </section>
  );
}
