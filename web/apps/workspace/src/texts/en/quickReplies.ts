/** The English texts of quick replies and of what else `/` does. Part of the catalogue. */
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const quickReplies = {
  open: "Quick replies (/)",
  label: "Quick replies",
  found: (count: number) => plural(count, { one: "# quick reply", other: "# quick replies" }),
  none: "No quick replies yet",
  nothing: "No quick reply with these words",
  more: (count: number) => plural(count, { other: "# more: type on" }),
  failed: "The quick replies could not be loaded.",
  keys: (tag: string) => `Enter inserts · Esc closes · ${tag} filters`,
  orders: {
    consult: "Ask a colleague for advice",
    consultQueue: "Ask a queue for advice",
    transfer: "Transfer to a colleague",
    transferQueue: "Transfer to a queue",
  },
  personal: "Your own",
  own: {
    manage: "Your own quick replies…",
    title: "Your own quick replies",
    lead: "Nobody else sees them.",
    none: "You have none yet.",
    add: "New quick reply",
    addTitle: "New quick reply",
    editTitle: "Edit quick reply",
    edit: "Edit",
    editNamed: (title: string) => `Edit: ${title}`,
    remove: "Delete",
    removeNamed: (title: string) => `Delete: ${title}`,
    fields: { title: "Title", text: "Text", tags: "Tags", locale: "Language" },
    tagsHint: "Single words, with spaces between them",
    textHint: "{FirstName{Customer}}, {FullName{Agent}} and {OCContext.name} are filled in",
    missing: { title: "A quick reply has a title.", text: "A quick reply has some text." },
    save: "Save",
    saveFailed: "The quick reply could not be saved.",
    removeFailed: "The quick reply could not be deleted.",
    failed: "Your quick replies could not be loaded.",
  },
};
