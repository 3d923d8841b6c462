/** The Arabic texts of the palette and of the keys. Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("ar");

export const commands: Texts["commands"] = {
  title: "الأوامر",
  placeholder: "اكتب أمرًا أو اسمًا",
  results: "النتائج",
  found: (count) =>
    plural(count, {
      zero: "لا نتائج",
      one: "نتيجة واحدة",
      two: "نتيجتان",
      few: "# نتائج",
      many: "# نتيجة",
      other: "# نتيجة",
    }),
  nothing: (text) => `لا شيء يطابق «${text}».`,
  shortcuts: "اختصارات لوحة المفاتيح",
  singleKeys: "اختصارات المفتاح الواحد",
  singleKeysHint: "أوقفها إذا تعارضت مع لوحة مفاتيحك أو قارئ الشاشة. تبقى قائمة الأوامر متاحة.",
  groups: {
    conversation: "هذه المحادثة",
    offers: "العروض",
    lists: "القوائم",
    go: "الانتقال إلى",
    presence: "التواجد",
    looks: "المظهر واللغة",
    help: "المساعدة",
  },
  keys: { shift: "Shift", control: "Ctrl", enter: "Enter" },
  reply: "كتابة رد",
  note: "كتابة ملاحظة",
  send: "إرسال المكتوب",
  line: "بدء سطر جديد",
  accept: "قبول العرض",
  reject: "رفض العرض",
  acceptConsult: "تقديم المشورة إلى الزميل السائل",
  transfer: "تحويل المحادثة",
  consult: "طلب المشورة من زميل",
  end: "إنهاء المحادثة",
  finish: "إغلاق المحادثة بعد الاستكمال",
  pick: "إسناد المحادثة إليّ",
  customer: "إظهار العميل أو إخفاؤه",
  nextRow: "الصف التالي في القائمة",
  previousRow: "الصف السابق في القائمة",
  openRow: "فتح الصف",
  nextSession: "المحادثة المفتوحة التالية",
  previousSession: "المحادثة المفتوحة السابقة",
  home: "الرئيسية",
  conversationWith: (name) => `محادثة مع ${name}`,
  list: (name) => `القائمة: ${name}`,
  presenceOf: (name) => `التواجد: ${name}`,
  theme: (name) => `المظهر: ${name}`,
  language: (name) => `اللغة: ${name}`,
};
