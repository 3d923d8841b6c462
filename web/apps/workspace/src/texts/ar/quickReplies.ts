/** The Arabic texts of quick replies and of what else `/` does. Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("ar");

export const quickReplies: Texts["quickReplies"] = {
  open: "الردود السريعة (/)",
  label: "الردود السريعة",
  found: (count) =>
    plural(count, {
      zero: "لا ردود سريعة",
      one: "رد سريع واحد",
      two: "ردّان سريعان",
      few: "# ردود سريعة",
      many: "# ردًّا سريعًا",
      other: "# رد سريع",
    }),
  none: "لا توجد ردود سريعة بعد",
  nothing: "لا يوجد رد سريع بهذه الكلمات",
  more: (count) => plural(count, { other: "هناك المزيد (#): تابع الكتابة" }),
  failed: "تعذّر تحميل الردود السريعة.",
  keys: (tag) => `Enter للإدراج · Esc للإغلاق · ${tag} للتصفية`,
  orders: {
    consult: "طلب المشورة من زميل",
    consultQueue: "طلب المشورة من قائمة انتظار",
    transfer: "التحويل إلى زميل",
    transferQueue: "التحويل إلى قائمة انتظار",
  },
  personal: "خاص بك",
  own: {
    manage: "ردودك السريعة الخاصة…",
    title: "ردودك السريعة الخاصة",
    lead: "لا يراها أحد غيرك.",
    none: "ليس لديك أي منها بعد.",
    add: "رد سريع جديد",
    addTitle: "رد سريع جديد",
    editTitle: "تعديل الرد السريع",
    edit: "تعديل",
    editNamed: (title) => `تعديل: ${title}`,
    remove: "حذف",
    removeNamed: (title) => `حذف: ${title}`,
    fields: { title: "العنوان", text: "النص", tags: "الوسوم", locale: "اللغة" },
    tagsHint: "كلمات مفردة تفصل بينها مسافات",
    textHint: "تُملأ تلقائيًا: {FirstName{Customer}} و{FullName{Agent}} و{OCContext.name}",
    missing: { title: "للرد السريع عنوان.", text: "للرد السريع نص." },
    save: "حفظ",
    saveFailed: "تعذّر حفظ الرد السريع.",
    removeFailed: "تعذّر حذف الرد السريع.",
    failed: "تعذّر تحميل ردودك السريعة.",
  },
};
