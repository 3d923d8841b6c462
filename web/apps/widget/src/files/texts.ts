// What is said of files, in every language of the widget: the catalogues themselves are loaded before files are.

interface FileTexts {
  attach: string;
  remove(name: string): string;
  save(name: string): string;
  tooLarge(name: string, megabytes: number): string;
  blocked(name: string): string;
}

const fileTexts = {
  en: {
    attach: "Attach files",
    remove: (name: string) => `Remove ${name}`,
    save: (name: string) => `Save ${name}`,
    tooLarge: (name: string, megabytes: number) => `${name} is larger than ${megabytes} MB.`,
    blocked: (name: string) => `Files such as ${name} cannot be sent.`,
  },
  de: {
    attach: "Dateien anhängen",
    remove: (name: string) => `${name} entfernen`,
    save: (name: string) => `${name} speichern`,
    tooLarge: (name: string, megabytes: number) => `${name} ist größer als ${megabytes} MB.`,
    blocked: (name: string) => `Dateien wie ${name} können nicht gesendet werden.`,
  },
  ar: {
    attach: "إرفاق ملفات",
    remove: (name: string) => `إزالة ${name}`,
    save: (name: string) => `حفظ ${name}`,
    tooLarge: (name: string, megabytes: number) => `${name} أكبر من ${megabytes} ميغابايت.`,
    blocked: (name: string) => `لا يمكن إرسال ملفات مثل ${name}.`,
  },
} satisfies Record<string, FileTexts>;

export function textsIn(language: string): FileTexts {
  return fileTexts[language as keyof typeof fileTexts] ?? fileTexts.en;
}
