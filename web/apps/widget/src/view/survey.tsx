// The questions before a chat. The browser itself says what is missing, in the visitor's language.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat.ts";
import type { Question } from "../chat/survey.ts";
import type { Texts } from "../texts/index.ts";

/** The server's limit of what a context variable holds. */
const ANSWER_CHARACTERS_MAX = 512;

export interface SurveyProps {
  chat: Chat;
  questions: Question[];
  texts: Texts;
}

export function Survey({ chat, questions, texts }: SurveyProps) {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea, select")?.focus(), []);

  async function onSubmit(event: Event) {
    event.preventDefault();
    if (!form.current || isBusy) return;
    setBusy(true);
    const given = [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()] as const);
    await chat.begin(Object.fromEntries(given.filter(([, value]) => value !== "")));
    setBusy(false);
  }

  return (
    <form class="survey" ref={form} onSubmit={onSubmit}>
      {questions.map((question) => (
        <Field key={question.name} question={question} texts={texts} />
      ))}
      <button type="submit" class="primary" disabled={isBusy}>
        {texts.startChat}
      </button>
    </form>
  );
}

function Field({ question, texts }: { question: Question; texts: Texts }) {
  const { name, text, kind, required, options = [], link } = question;
  const given = { name, required, maxLength: ANSWER_CHARACTERS_MAX };
  if (kind === "consent") {
    return (
      <p>
        <label class="consent">
          <input type="checkbox" name={name} value="true" required />
          <span>{text}</span>
        </label>
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {texts.readMore}
          </a>
        )}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: each branch is a control
    <label>
      <span>{required ? text : texts.optional(text)}</span>
      {kind === "options" ? (
        <select name={name} required={required ?? false}>
          <option value="" />
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : kind === "multiple_lines" ? (
        <textarea rows={3} {...given} />
      ) : (
        <input {...given} autoComplete={completion(name)} />
      )}
    </label>
  );
}

/** What the browser may fill in by itself. */
function completion(name: string): string {
  return /^(name|email)$/i.test(name) ? name.toLowerCase() : /^phone$/i.test(name) ? "tel" : "off";
}
