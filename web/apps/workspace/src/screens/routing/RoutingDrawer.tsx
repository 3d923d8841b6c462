/** "Why is this waiting?" and "Why you?", beside whatever else is on the screen. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Tooltip,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { Problem, RowSkeletons } from "@frontdesk/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { detailQuery, routingQuery } from "../../app/queries";
import { useNames } from "../../routing/names";
import { texts } from "../../texts";
import { usePhone } from "../workspace/view";
import { RoutingAnswer } from "./RoutingAnswer";
import { useWhyText } from "./why";

const useStyles = makeStyles({
  beside: { width: "460px", maxWidth: "100vw" },
  whole: { width: "100vw" },
  body: { paddingTop: 0, paddingBottom: tokens.spacingVerticalXXL },
});

export default function RoutingDrawer(props: { conversationId: string; onClose: () => void }) {
  const styles = useStyles();
  const desk = useDesk();
  const phone = usePhone();
  const names = useNames();
  const { conversationId, onClose } = props;
  const detail = useQuery(detailQuery(desk, conversationId));
  const routing = useQuery(routingQuery(desk, conversationId));
  const conversation = detail.data?.conversation ?? desk.conversation(conversationId);
  const title = useWhyText(conversation);
  const takeFocus = useFocusMeanwhile();
  const error = routing.error ?? (conversation ? null : detail.error);
  return (
    <OverlayDrawer
      open
      position="end"
      // Beside the lists, one reads and works on; on a phone there is nothing beside it.
      modalType={phone ? "modal" : "non-modal"}
      className={phone ? styles.whole : styles.beside}
      onOpenChange={(_, data) => data.open || onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Tooltip content={texts.common.close} relationship="label">
              <Button appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
            </Tooltip>
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody ref={takeFocus} className={styles.body} tabIndex={0}>
        {routing.data && conversation ? (
          <RoutingAnswer
            conversation={conversation}
            routing={routing.data}
            participants={detail.data?.participants ?? []}
            names={names}
          />
        ) : error ? (
          <Problem
            title={texts.routing.loadFailed}
            detail={problemText(error)}
            action={{ label: texts.common.retry, onClick: () => void routing.refetch() }}
          />
        ) : (
          <RowSkeletons label={texts.common.loading} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/**
 * Whoever opened it by a key scrolls it by keys, closes it with Escape, and is then where they were. Not the button has
 * the focus: the first Escape would only hide its tooltip.
 */
function useFocusMeanwhile(): (place: HTMLElement | null) => void {
  const [before] = useState(() => document.activeElement);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  // Once it is drawn: what listens for the focus listens only then.
  useEffect(() => place?.focus(), [place]);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
  return setPlace;
}
