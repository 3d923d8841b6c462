// `Microsoft.Omnichannel.LiveChatWidget.SDK`: what the page may ask of the widget. Knows nothing of the server.

import type { Chat } from "../chat/chat.ts";
import { questionsFor } from "../chat/survey.ts";
import type { WidgetControls } from "../view/widget.tsx";
import { raise, raiseError } from "./events.ts";

type ContextValue = string | number | boolean;
export type Context = Record<string, ContextValue | { value: ContextValue; isDisplayable?: boolean }>;
export type ContextProvider = () => Context | Promise<Context>;

export interface StartOptions {
  inNewWindow?: boolean;
  /** Wins over the provider. */
  customContext?: Context;
}

/** The widget as the page moves it. */
export interface Controls extends WidgetControls {
  openWindow(): void;
}

const VARIABLES_MAX = 100;

export class LiveChatSdk {
  readonly #chat: Chat;
  readonly #controls: Controls;
  readonly #inNewWindow: boolean;
  #provider: ContextProvider | undefined;
  #custom: Context | undefined;

  constructor(chat: Chat, controls: Controls, inNewWindow: boolean) {
    this.#chat = chat;
    this.#controls = controls;
    this.#inNewWindow = inNewWindow;
  }

  /** Opens the chat that goes on; otherwise begins one. */
  startChat = (options: StartOptions = {}): void => {
    raise("startChat");
    this.#start(options, false);
  };

  startProactiveChat = (
    notification: { message?: string } = {},
    showPrechat = true,
    { inNewWindow = false }: { inNewWindow?: boolean } = {},
  ): void => {
    const { phase, config } = this.#chat.state;
    if (phase === "chatting" || config?.hours?.isOpen === false) return;
    this.#controls.invite(notification.message ?? "", () => this.#start({ inNewWindow }, !showPrechat));
  };

  closeChat = (): void => {
    const { phase, config } = this.#chat.state;
    // What is over is closed all the same: the next chat begins with an empty page. What goes on for days has no end.
    const ends = phase === "chatting" && config?.mode !== "persistent_chat";
    void (ends ? this.#chat.end() : Promise.resolve()).then(() => {
      if (ends && this.#chat.state.phase !== "over") return;
      if (this.#chat.state.phase === "over") this.#chat.startAnew();
      this.#controls.close();
      raise("closeChat");
      raise("onClose");
    });
  };

  setContextProvider = (provider: ContextProvider): void => {
    if (typeof provider !== "function") throw new TypeError("setContextProvider takes a function");
    this.#provider = provider;
  };

  getContextProvider = (): ContextProvider | undefined => this.#provider;

  removeContextProvider = (): void => {
    this.#provider = undefined;
  };

  /** What the page says of a conversation that begins; a provider that fails keeps nobody from chatting. */
  async context(): Promise<Record<string, string>> {
    try {
      return plain(this.#custom ?? (await this.#provider?.()) ?? {});
    } catch (cause) {
      raiseError(1, "The context provider failed.", cause);
      return {};
    } finally {
      this.#custom = undefined;
    }
  }

  #start({ inNewWindow = this.#inNewWindow, customContext }: StartOptions, skipsSurvey: boolean): void {
    if (inNewWindow) {
      this.#controls.openWindow();
      return;
    }
    this.#custom = customContext;
    if (this.#chat.state.phase === "over") this.#chat.startAnew();
    this.#controls.skipSurvey(skipsSurvey);
    this.#controls.open();
    const { phase, config } = this.#chat.state;
    const waits = questionsFor(this.#chat.state, skipsSurvey).length > 0 || config?.hours?.isOpen === false;
    if (phase === "new" && !waits) void this.#chat.begin();
  }
}

/** As the server takes it: texts by name. */
function plain(context: Context): Record<string, string> {
  const entries = Object.entries(context);
  if (entries.length > VARIABLES_MAX) throw new RangeError(`more than ${VARIABLES_MAX} variables`);
  return Object.fromEntries(
    entries.map(([name, given]) => {
      const value = typeof given === "object" && given !== null ? given.value : given;
      if (!["string", "number", "boolean"].includes(typeof value)) {
        throw new TypeError(`'${name}' is no text, number or boolean`);
      }
      return [name, String(value)];
    }),
  );
}
