/** The Arabic texts of "Why is this waiting?" and "Why you?". Part of the catalogue. */
import type { Texts } from "..";
import { pluralIn } from "../plural";

const plural = pluralIn("ar");

const agentCount = (count: number) =>
  plural(count, {
    zero: "# موظف",
    one: "موظف واحد",
    two: "موظفان",
    few: "# موظفين",
    many: "# موظفًا",
    other: "# موظف",
  });

/** The number stands behind, so that one wording fits every number: `غير متصلين: 3`. */
const agents = (words: string) => (count: number) => plural(count, { other: `${words}: #` });

const units = (count: number) =>
  plural(count, {
    zero: "# وحدة",
    one: "وحدة واحدة",
    two: "وحدتان",
    few: "# وحدات",
    many: "# وحدة",
    other: "# وحدة",
  });

export const routing: Texts["routing"] = {
  whyWaiting: "لماذا تنتظر هذه المحادثة؟",
  whyYou: "لماذا أنت؟",
  whyAgent: (name) => `لماذا ${name}؟`,
  how: "كيف جرى توجيهها",
  open: "لماذا؟",
  openNamed: (name) => `لماذا ينتظر ${name}؟`,
  loadFailed: "تعذّر تحميل الأسباب.",
  footnote: "يُذكر لكل موظف العائق الأول فقط.",
  gone: {
    agent: "موظف غادر العمل",
    queue: "قائمة انتظار محذوفة",
    skill: "مهارة محذوفة",
    profile: "ملف سعة محذوف",
  },
  you: "أنت",

  waiting: {
    nobody: "لا أحد يستطيع توليها الآن.",
    nobodyServes: (queue) => `لا أحد يخدم ${queue}.`,
    soon: (count) => `يستطيع توليها ${agentCount(count)}؛ ستُعرض عندما يحين دورها.`,
    picked: "تنتظر حتى يلتقطها أحد: لا تُعرض على أحد تلقائيًا.",
    because: (reasons) => `${reasons}.`,
    next: (queue) => `التالية في ${queue}`,
    position: (position, queue) => plural(position, { other: `رقم # في ${queue}` }),
    since: (span) => `مدة الانتظار ${span}`,
  },

  reason: {
    deactivated: agents("لم يعودوا يعملون هنا"),
    not_connected: agents("لم يسجّلوا الدخول"),
    presence: agents("ليسوا في حالة تواجد تستقبل هذا العمل"),
    hours: agents("خارج ساعات العمل"),
    skill: (count, skills) => plural(count, { other: `تنقصهم ${skills}: #` }),
    condition: agents("لا تنطبق عليهم قواعد الإسناد"),
    units: agents("سعتهم ممتلئة"),
    no_profile: (count, profiles) => plural(count, { other: `ليس لديهم ${profiles}: #` }),
    profile_full: (count, profiles) => plural(count, { other: `لا متسع لديهم في ${profiles}: #` }),
    blocked: agents("محجوبون بملف سعة ممتلئ"),
    declined: agents("رفضوها مرات كثيرة"),
    declined_recently: agents("رفضوها قبل لحظات"),
  },
  inPresence: {
    available: agents("ليسوا في حالة تواجد تستقبل هذا العمل"),
    busy: agents("مشغولون"),
    do_not_disturb: agents("لا يريدون الإزعاج"),
    away: agents("غائبون مؤقتًا"),
    offline: agents("غير متصلين"),
    inactive: agents("غير نشطين"),
  },
  skillNeeded: (skill, proficiency) => plural(proficiency, { other: `${skill} (المطلوب #)` }),
  aRequiredSkill: "مهارة مطلوبة",
  theProfile: "ملف السعة المطلوب",

  change: {
    title: "ما الذي ينبغي أن يتغير",
    oneOf: (count) => `واحد من ${agentCount(count)}`,
    not_connected: (who) => `أن يسجّل ${who} الدخول.`,
    presence: (who) => `أن يصبح ${who} متاحًا.`,
    hours: (who) => `أن تبدأ ساعات عمل ${who}.`,
    skill: (skills) => `أن ينضم إلى قائمة الانتظار من لديه ${skills}، أو أن يكتسبها موظف فيها.`,
    condition: "أن تنطبق قواعد إسناد القائمة على موظف، أو أن تطلب القواعد أقل.",
    units: (who, count) => `أن تتوفر لدى ${who} من جديد ${units(count)}.`,
    no_profile: (profiles) => `أن يُمنح أحد موظفي القائمة ${profiles}.`,
    profile_full: (who, profiles) => `أن يصبح لدى ${who} متسع في ${profiles} من جديد.`,
    blocked: (who) => `ألا يبقى ${who} محجوبًا بملف سعة ممتلئ.`,
    declined: "أن يلتقطها أحد أو يسندها مشرف: من رفضوها لا يُسألون مرة أخرى.",
    declined_recently: "بعض الوقت: ستُعرض من جديد على من رفضوها.",
    members: "أن ينضم موظف إلى قائمة الانتظار.",
    pick: "أن يلتقطها أحد أو يسندها مشرف.",
    loosens: (rule, span) => `بعد انتظار ${span} قد تختار القاعدة «${rule}» غير ذلك.`,
    overflows: (queue, span) => `بعد انتظار ${span} تنتقل إلى ${queue}.`,
    ends: (span) => `بعد انتظار ${span} تُنهى.`,
  },

  assigned: {
    first_in_order: {
      highest_capacity: (who) => `صاحب أكبر سعة متاحة بين من يستطيعون توليها: ${who}.`,
      advanced_round_robin: (who) => `صاحب أطول انتظار للدور: ${who}.`,
      least_active: (who) => `الأطول تفرغًا: ${who}.`,
      custom: (who) => `الأول في الترتيب الذي تحدده قواعد إسناد القائمة: ${who}.`,
    },
    byRule: (who, rule) => `الأول وفق القاعدة «${rule}»: ${who}.`,
    nearest_in_skills: (who) => `الأقرب إلى المهارات المطلوبة: ${who}.`,
    affinity: (who) => `من تولاها من قبل: ${who}.`,
    preferred: (who) => `الأول بين الموظفين المفضلين: ${who}.`,
    onlyOne: "لم يكن غيره يستطيع توليها.",
    others: (count) => plural(count, { other: "آخرون كانوا يستطيعون توليها: #." }),
    byHand: "لم يختر التوجيه هنا: التُقطت المحادثة أو حُوّلت أو أُسندت يدويًا.",
    handed: {
      AgentPick: { you: "التقطتها بنفسك.", other: (who) => `التقطها ${who}.` },
      AgentTransfer: { you: "حوّلها إليك زميل.", other: (who) => `حُوّلت إلى ${who}.` },
      SupervisorAssign: { you: "أسندها إليك مشرف.", other: (who) => `أسندها مشرف إلى ${who}.` },
      SupervisorTransferToAgent: { you: "حوّلها إليك مشرف.", other: (who) => `حوّلها مشرف إلى ${who}.` },
    },
    notRouted: "لم يختر التوجيه هنا.",
    waited: (span) => `بعد انتظار ${span}`,
  },

  considered: {
    title: "من نُظر في أمره",
    eligible: (count) => plural(count, { other: "يستطيعون توليها: #" }),
    pickers: {
      title: "من يستطيع التقاطها",
      eligible: (count) => plural(count, { other: "متفرغون لها: #" }),
      footnote: "يجوز لأي عضو في قائمة الانتظار التقاطها مهما كان العائق المذكور هنا.",
    },
    unlisted: (count) => plural(count, { other: "أعضاء آخرون غير مذكورين: #" }),
    names: "الأسماء",
  },
  demand: {
    title: "ما تطلبه",
    priority: "الأولوية",
    units: "السعة",
    unitCount: units,
    skills: "المهارات",
    profiles: "ملفات السعة",
  },
  classified: {
    title: "كيف صُنّفت",
    none: "لم تُستشر أي قواعد تصنيف.",
    fired: (rule, ruleset) => `انطبقت القاعدة «${rule}» من «${ruleset}».`,
    noneHeld: (ruleset) => `لم تنطبق أي قاعدة من «${ruleset}».`,
    saw: "ما رأته القواعد",
    nothing: "لا شيء",
  },
  queued: {
    title: "لماذا قائمة الانتظار هذه",
    rule: (rule, ruleset, queue) => `اختارت القاعدة «${rule}» من «${ruleset}» ${queue}.`,
    draw: (draw) => plural(draw, { other: "توزّع القاعدة عملها على قوائم انتظار؛ وكانت القرعة # (من 0 إلى 99)." }),
    classification: (queue) => `حدّد التصنيف ${queue}.`,
    named: (queue) => `حدّد من بدأ المحادثة ${queue}.`,
    fallback: (queue) => `لم تنطبق أي قاعدة فذهبت إلى ${queue}.`,
    opensFirst: (queue) => `كانت كل قوائم انتظار القاعدة مغلقة أو ممتلئة؛ وأولها فتحًا ${queue}.`,
    opensFirstAt: (queue, at) => `كانت كل قوائم انتظار القاعدة مغلقة أو ممتلئة؛ وأولها فتحًا ${queue}، ${at}.`,
    overflow: (from, queue) => `أحالتها ${from} إلى ${queue}.`,
    transferred: (by, queue) => `حُوّلت إلى ${queue} بواسطة: ${by}.`,
    released: (by, queue) => `أُعيدت إلى ${queue} بواسطة: ${by}.`,
    returned: (queue) => `عادت إلى ${queue}: رفضها موظفها أو فاتته أو تركها.`,
    customer_wrote: (queue) => `كتب العميل من جديد فعادت إلى ${queue}.`,
    passedOver: (queues) => `تم تخطي: ${queues}.`,
    closed: (queue) => `${queue} (مغلقة)`,
    full: (queue, waiting) => plural(waiting, { other: `${queue} (ممتلئة، في الانتظار: #)` }),
  },
  overflowed: {
    out_of_hours: (queue) => `كانت ${queue} مغلقة.`,
    queue_length: (queue, waiting) => plural(waiting, { other: `كان في الانتظار في ${queue}: #.` }),
    waited: (queue, span) => `انتظرت ${span} في ${queue}.`,
    end_conversation: "تم إنهاؤها.",
    transfer_to_queue: (queue) => `انتقلت إلى ${queue}.`,
    queue_anyway: "أُدرجت في الانتظار رغم ذلك.",
  },
  history: {
    title: "القرارات حتى الآن",
    none: "لم يقرر التوجيه شيئًا بشأن هذه المحادثة.",
    classified: "صُنّفت",
    queued: (queue) => `إلى ${queue}`,
    overflowed: (queue) => `أحالتها ${queue}`,
    assigned: (agent) => `إلى ${agent}`,
    assignedToYou: "إليك",
    waits: (queue) => `تنتظر في ${queue}`,
    eligible: (count) => plural(count, { other: "كانوا يستطيعون توليها عندما حان دورها: #." }),
  },
  segments: {
    title: "فترات البقاء في قوائم الانتظار",
    waited: (span) => `انتظرت ${span}`,
    talked: (span) => `مدة الحديث ${span}`,
    declines: (count) =>
      plural(count, {
        zero: "لم تُرفض",
        one: "رُفضت مرة واحدة",
        two: "رُفضت مرتين",
        few: "رُفضت # مرات",
        many: "رُفضت # مرة",
        other: "رُفضت # مرة",
      }),
    abandoned: "غادر العميل",
    now: "هنا الآن",
    by: (agent) => `تولاها ${agent}`,
    from: {
      direct_queue_entry: "دخلت مباشرة",
      transfer_in: "حُوّلت إلى هنا",
      overflow: "أُحيلت إلى هنا",
      customer_returned: "عاد العميل",
      reopened: "فُتحت من جديد",
    },
    to: {
      end_conversation: "أُنهيت",
      transfer_out: "حُوّلت إلى غيرها",
      overflow_queue_transfer: "أُحيلت",
      overflow_end_conversation: "أُنهيت بعد انتظار طويل",
      waiting: "وُضعت جانبًا",
    },
  },
};
