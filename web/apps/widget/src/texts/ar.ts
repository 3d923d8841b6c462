// What the widget says, in Arabic.

import type { Texts } from "./en.ts";

const plural = new Intl.PluralRules("ar");

/** Counted things: one, two, a few, many, and hundreds have forms of their own. */
function counted(count: number, forms: { one: string; two: string; few: string; many: string; other: string }): string {
  const form = plural.select(count);
  const words = form === "zero" ? forms.other : forms[form];
  return form === "one" || form === "two" ? words : `${count} ${words}`;
}

const messages = (count: number) =>
  counted(count, {
    one: "رسالة غير مقروءة",
    two: "رسالتان غير مقروءتين",
    few: "رسائل غير مقروءة",
    many: "رسالة غير مقروءة",
    other: "رسالة غير مقروءة",
  });

const inMinutes = (count: number) =>
  counted(count, { one: "دقيقة واحدة", two: "دقيقتين", few: "دقائق", many: "دقيقة", other: "دقيقة" });

/** A name of another direction keeps its full stop in place. */
const isolated = (name: string) => `\u2068${name}\u2069`;

export const texts: Texts = {
  language: "ar",
  direction: "rtl",
  launcher: "فتح الدردشة",
  launcherUnread: (count) => `فتح الدردشة، ${messages(count)}`,
  close: "إغلاق الدردشة",
  log: "الرسائل",
  input: "رسالتك",
  placeholder: "اكتب رسالة…",
  send: "إرسال",
  retry: "إعادة الإرسال",
  end: "إنهاء الدردشة",
  endQuestion: "هل تريد إنهاء هذه الدردشة؟",
  more: "المزيد",
  mute: "إيقاف الصوت",
  unmute: "تشغيل الصوت",
  popOut: "فتح في نافذة مستقلة",
  download: "حفظ المحادثة",
  startChat: "بدء الدردشة",
  optional: (question) => `${question} (اختياري)`,
  readMore: "اقرأ المزيد",
  closed: (opensAt) =>
    opensAt ? `نحن غير متاحين الآن. يمكنك الدردشة معنا مجددًا ابتداءً من ${opensAt}.` : "نحن غير متاحين الآن.",
  survey: "أخبرنا برأيك",
  invitation: "دعوة إلى الدردشة",
  invite: "مرحبًا! هل لديك أي أسئلة؟ أنا هنا للمساعدة.",
  chatNow: "ابدأ الدردشة الآن",
  dismiss: "لا، شكرًا",
  endYes: "إنهاء الدردشة",
  endNo: "متابعة الدردشة",
  startAnew: "بدء دردشة جديدة",
  over: "انتهت هذه الدردشة.",
  you: "أنت",
  waiting: "سيكون معك أحد موظفينا قريبًا.",
  inLine: (position, minutes) => {
    const wait = `الوقت المتوقع حوالي ${inMinutes(minutes ?? 0)}.`;
    if (position === null) {
      return minutes ? `سيكون معك أحد موظفينا قريبًا، ${wait}` : "سيكون معك أحد موظفينا قريبًا.";
    }
    const place = position === 1 ? "دورك هو التالي" : `رقمك في قائمة الانتظار ${position}`;
    return minutes ? `${place}، ${wait}` : `${place}.`;
  },
  withAgent: (name) => `أنت تتحدث مع ${isolated(name)}.`,
  typing: (name) => `${isolated(name)} يكتب الآن…`,
  offline: "لا يوجد اتصال. سيُرسل ما تكتبه فور عودته.",
  newMessages: "رسائل جديدة",
  tooLong: (count, limit) => `${count} من ${limit} حرف: يُرجى اختصار النص.`,
  notices: {
    unavailable: "الدردشة غير متاحة الآن. يُرجى المحاولة لاحقًا.",
    expired: "لم يعد من الممكن فتح دردشتك السابقة من هنا.",
    start_failed: "تعذّر بدء الدردشة. يُرجى المحاولة مرة أخرى.",
    end_failed: "تعذّر إنهاء الدردشة. يُرجى المحاولة مرة أخرى.",
  },
  deliveries: {
    queued: "جارٍ الإرسال",
    sent: "أُرسلت",
    delivered: "وصلت",
    read: "قُرئت",
    failed: "لم تُرسل",
  },
  events: {
    agent_accepted: (name) => (name ? `انضم ${isolated(name)} إلى الدردشة.` : "انضم أحد موظفينا إلى الدردشة."),
    agent_ended: (name) => (name ? `أنهى ${isolated(name)} الدردشة.` : "أنهى الموظف الدردشة."),
    agent_disconnected: () => "انقطع اتصال الموظف. نبحث لك عن شخص آخر.",
    customer_ended: () => "لقد أنهيت الدردشة.",
    customer_disconnected: () => "انقطع اتصالك.",
    transfer_to_queue: () => "يجري تحويلك إلى فريق آخر.",
    transfer_to_agent: (name) => (name ? `يجري تحويلك إلى ${isolated(name)}.` : "يجري تحويلك إلى زميل آخر."),
    session_closed: () => "عادت محادثتك إلى قائمة الانتظار. سيكون معك أحد موظفينا قريبًا.",
    conversation_closed: () => "أُغلقت المحادثة.",
    agent_joined: () => "انضم زميل آخر إلى الدردشة.",
    agent_left: () => "غادر أحد الزملاء الدردشة.",
  },
};
