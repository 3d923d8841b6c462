// A rich message in words. Channels that show list pickers and the like come later; until then the customer reads the
// same choices as text. A payload that is no rich message is sent as the text it is.

interface Survey {
  Questions?: unknown;
  Answers?: unknown;
}

export function messageText(message: unknown): string {
  if (typeof message === "string") return message;
  if (message === undefined || message === null) return "";
  if (typeof message !== "object") return String(message);
  const lines = richLines(message as Record<string, unknown>);
  return lines.length > 0 ? lines.join("\n") : JSON.stringify(message);
}

function richLines(message: Record<string, unknown>): string[] {
  if (message.richObjectType === undefined && message.survey === undefined) return [];
  const survey = surveyOf(message.survey);
  const answers = record(parseMaybe(survey?.Answers));
  if (!answers) return [];
  const sections = Array.isArray(answers.Section) ? answers.Section : [];
  return [answers.Title, answers.subtitle, ...sections.flatMap(sectionLines)].filter(isWords);
}

function sectionLines(section: unknown): unknown[] {
  const { SectionTitle, Listitems } = record(section) ?? {};
  const items = Array.isArray(Listitems) ? Listitems : [];
  return [SectionTitle, ...items.map(itemLine)];
}

function itemLine(item: unknown): string {
  const { OptionTitle, OptionDescription } = record(item) ?? {};
  const words = [OptionTitle, OptionDescription].filter(isWords);
  return words.length > 0 ? `• ${words.join(": ")}` : "";
}

/** In samples an object; as stored a JSON text, at times a pair of `[{Questions}, {Answers}]` that must be merged. */
function surveyOf(survey: unknown): Survey | undefined {
  const parsed = parseMaybe(survey);
  if (Array.isArray(parsed)) return Object.assign({}, ...parsed.map((part) => record(part) ?? {}));
  return record(parsed);
}

function parseMaybe(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}

function isWords(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
