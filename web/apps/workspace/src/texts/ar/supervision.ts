/** The Arabic texts of what supervisors do with other people's conversations. Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("ar");

const conversations = (count: number) =>
  plural(count, {
    zero: "# محادثة",
    one: "محادثة واحدة",
    two: "محادثتان",
    few: "# محادثات",
    many: "# محادثة",
    other: "# محادثة",
  });

/** The same after a word that governs it. */
const ofConversations = (count: number) =>
  plural(count, {
    zero: "# محادثة",
    one: "محادثة واحدة",
    two: "محادثتين",
    few: "# محادثات",
    many: "# محادثة",
    other: "# محادثة",
  });

export const supervision: Texts["supervision"] = {
  menu: "إشراف",
  monitor: "مراقبة",
  monitorHint: "متابعة القراءة دون إبلاغ أحد",
  join: "انضمام",
  joinHint: "المشاركة مع إبلاغ العميل والموظف",
  assign: "إسناد…",
  transfer: "تحويل…",
  close: "إغلاق إجباري…",
  failed: {
    monitor: "تعذّرت مراقبة المحادثة.",
    join: "تعذّر انضمامك إلى المحادثة.",
    assign: "تعذّر إسناد المحادثة.",
    transfer: "تعذّر تحويل المحادثة.",
    close: "تعذّر إغلاق المحادثة.",
    bulk: "لم يُنفَّذ شيء.",
  },
  to: "إلى",
  assigning: {
    title: "إسناد المحادثة",
    submit: "إسناد",
    regardless: "بصرف النظر عن التواجد والسعة",
    unavailable: (presence) => `${presence}: بصرف النظر عن التواجد فقط`,
    here: "تنتظر هنا بالفعل",
    unserved: "لا يوجد موظفون",
  },
  transferring: {
    title: "تحويل المحادثة",
    lead: "إلى موظفي قائمة انتظارها نفسها. من يتولاها الآن يبقى حاضرًا حتى يقبلها الآخر.",
    unavailable: (presence) => `${presence}: لا يمكنه استلام تحويلات`,
    here: "يتولاها الآن",
    waits: "تنتظر عميلها: إلى الموظفين فقط",
  },
  closing: {
    title: (name) => `هل تريد إغلاق المحادثة مع ${name}؟`,
    lead: "سيُبلَّغ جميع المشاركين، ولا يمكن فتحها مرة أخرى.",
    submit: "إغلاقها",
  },
  announcing: {
    messageLabel: "رسالة إلى العملاء",
    messageLead:
      "يقرؤها كل عميل في محادثته، ثم تنتظر المحادثة رده. للمحادثات المفتوحة القابلة للانتظار فقط، دون الدردشة المباشرة.",
    notifyLabel: "إشعار إلى الموظفين",
    notifyLead: "يُبلَّغ به كل من يتولى إحدى المحادثات، ويجده فيها كملاحظة.",
    submit: "إرسال",
    left: (count) =>
      plural(count, {
        zero: "لم يبقَ أي حرف",
        one: "بقي حرف واحد",
        two: "بقي حرفان",
        few: "بقيت # أحرف",
        many: "بقي # حرفًا",
        other: "بقي # حرف",
      }),
  },
  notice: {
    title: (name) => `إشعار من ${name}`,
    open: (name) => `فتح: ${name}`,
  },
  bulk: {
    select: "تحديد",
    done: "تم",
    selectAll: (count) => `كل المعروض: ${conversations(count)}`,
    selectNamed: (name) => `تحديد: ${name}`,
    selected: (count) => plural(count, { other: "المحدد: #" }),
    tooMany: (max) => `الحد الأقصى ${conversations(max)} في المرة الواحدة`,
    assign: "إسناد",
    transfer: "تحويل",
    close: "إغلاق",
    message: "رسالة…",
    notify: "إشعار…",
    messageTitle: (count) =>
      `الكتابة إلى ${plural(count, {
        zero: "# عميل",
        one: "عميل واحد",
        two: "عميلين",
        few: "# عملاء",
        many: "# عميلًا",
        other: "# عميل",
      })}`,
    notifyTitle: (count) => `إشعار الموظفين بشأن ${ofConversations(count)}`,
    assignTitle: (count) => `إسناد ${ofConversations(count)}`,
    transferTitle: (count) => `تحويل ${ofConversations(count)}`,
    closeTitle: (count) => `هل تريد إغلاق ${ofConversations(count)}؟`,
    closeSubmit: "إغلاق",
    label: "المحادثات المحددة",
    outcome: (done, all) =>
      done === all
        ? `تم تنفيذ ${conversations(all)}`
        : plural(done, { other: `تم تنفيذ # من أصل ${conversations(all)}` }),
    worked: "تم",
    refused: "لم يتم",
  },
};
