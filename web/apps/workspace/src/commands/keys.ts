/** Keys as people read them off their keyboard: by what a key types, never by where it stands. Knows no command. */
import { texts } from "../texts";

/** A key by what it types, lower case; `mod` is Ctrl, on Apple's keyboards Command. */
export interface KeyPress {
  key: string;
  mod?: true;
  shift?: true;
}

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export function isPressed(wanted: KeyPress, pressed: Pressed): boolean {
  const mod = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey || mod !== (wanted.mod ?? false)) return false;
  // Signs like "?" stand on a shifted key on one keyboard and on a plain one on another.
  if (isLetter(wanted.key) && pressed.shiftKey !== (wanted.shift ?? false)) return false;
  return typed(pressed, mod) === wanted.key;
}

/** With Ctrl or Command a keyboard of another script means the Latin letter of the same key, as systems do. */
function typed({ key, code }: Pressed, mod: boolean): string {
  const isLatin = /^[\u0020-\u024f]$/u.test(key);
  if (mod && key.length === 1 && !isLatin && code.startsWith("Key")) return code.slice(3).toLowerCase();
  return key.toLowerCase();
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);

const onApple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? "");

/** One word for each key to hold or press. */
export function keyNames({ key, mod, shift }: KeyPress): string[] {
  const names = texts.commands.keys;
  const name = key === "enter" ? names.enter : key.toLocaleUpperCase("en");
  return [...(mod ? [onApple ? "⌘" : names.control] : []), ...(shift ? [names.shift] : []), name];
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKeys({ key, mod, shift }: KeyPress): string {
  return [...(mod ? [onApple ? "Meta" : "Control"] : []), ...(shift ? ["Shift"] : []), key].join("+");
}

const writesItself =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

/** Whether letters typed here belong to whatever has the focus: a field, a menu, a dialog. */
export function keepsItsLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(writesItself) !== null;
}
