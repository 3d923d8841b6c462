/** The files of one message: images where they are, which open in a tab of their own, everything else as a card to save. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { DocumentRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../../app/context";
import { problemText } from "../../app/problems";
import { fileQuery } from "../../app/queries";
import type { Attachment } from "../../model";
import { texts } from "../../texts";
import { sizeText } from "./size";

const shownInline = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"];

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalXS,
    maxWidth: "100%",
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: 0,
    listStyleType: "none",
  },
  item: { maxWidth: "100%" },
  // Of one height whatever is in it: what loads late moves nothing.
  picture: { display: "block", width: "240px", maxWidth: "100%", height: "160px" },
  image: {
    width: "100%",
    height: "100%",
    objectFit: "contain",
    objectPosition: "start",
    borderRadius: tokens.borderRadiusMedium,
  },
  card: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    maxWidth: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  icon: { flexShrink: 0, fontSize: "20px" },
  name: { overflowWrap: "anywhere", color: "inherit", textAlign: "start" },
  size: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  conversationId: string;
  attachments: readonly Attachment[];
}

export default function Attachments({ conversationId, attachments }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={texts.files.label}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className={styles.item}>
          {shownInline.includes(attachment.mediaType) ? (
            <Picture conversationId={conversationId} attachment={attachment} />
          ) : (
            <Card conversationId={conversationId} attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  conversationId: string;
  attachment: Attachment;
}

function Picture({ conversationId, attachment }: OneProps) {
  const styles = useStyles();
  const link = useQuery(fileQuery(useDesk(), conversationId, attachment.id));
  if (link.isError) return <Card conversationId={conversationId} attachment={attachment} />;
  return (
    <a className={styles.picture} href={link.data?.url} target="_blank" rel="noopener" title={attachment.name}>
      {link.data ? (
        <img
          className={styles.image}
          src={link.data.url}
          alt={attachment.name}
          loading="lazy"
          onError={() => void link.refetch()}
        />
      ) : null}
    </a>
  );
}

function Card({ conversationId, attachment }: OneProps) {
  const styles = useStyles();
  const desk = useDesk();

  async function save() {
    try {
      // Asked for anew: a link that was shown long ago has expired.
      const { url } = await desk.server.fileLink(conversationId, attachment.id);
      const anchor = document.createElement("a");
      anchor.href = url;
      anchor.download = attachment.name;
      anchor.click();
    } catch (error) {
      desk.notices.error(texts.files.saveFailed(attachment.name), problemText(error));
    }
  }

  return (
    <div className={styles.card}>
      <DocumentRegular aria-hidden className={styles.icon} />
      <Link as="button" className={styles.name} onClick={() => void save()} title={texts.files.save}>
        {attachment.name}
      </Link>
      <span className={styles.size}>{sizeText(attachment.sizeBytes)}</span>
    </div>
  );
}
