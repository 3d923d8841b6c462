/**
 * The look in three themes: Fluent's tokens with our one accent, and our own names for what Fluent has no word for.
 * Knows nothing of screens.
 */
import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from "@fluentui/react-components";

const accent: BrandVariants = {
  10: "#011416",
  20: "#06252a",
  30: "#083640",
  40: "#084450",
  50: "#085260",
  60: "#085f6c",
  70: "#096b79",
  80: "#0a7686",
  90: "#2b8998",
  100: "#4a9eac",
  110: "#65b0bb",
  120: "#80c0c9",
  130: "#9bd0d7",
  140: "#b7dfe4",
  150: "#d3eef1",
  160: "#eef9fa",
};

/** What Fluent has no token for. One name for each meaning; each value has passed the contrast test. */
export interface OwnTokens {
  /** Ground and text of notes that only colleagues read. */
  noteBackground: string;
  noteForeground: string;
  noteBorder: string;
  /** The agent's own messages. */
  replyBackground: string;
  replyForeground: string;
  /** The customer's messages. */
  customerBackground: string;
  customerForeground: string;
  information: string;
  success: string;
  warning: string;
  danger: string;
  presenceAvailable: string;
  presenceBusy: string;
  presenceAway: string;
  presenceOffline: string;
}

const lightOwn: OwnTokens = {
  noteBackground: "#fff3d6",
  noteForeground: "#4d3500",
  noteBorder: "#b27c00",
  replyBackground: "#dff1f3",
  replyForeground: "#06252a",
  customerBackground: "#f2f1f0",
  customerForeground: "#242424",
  information: "#0a6470",
  success: "#0c6b2e",
  warning: "#8a4b00",
  danger: "#b10e1c",
  presenceAvailable: "#0c7a35",
  presenceBusy: "#b10e1c",
  presenceAway: "#9a5b00",
  presenceOffline: "#5c5c5c",
};

const darkOwn: OwnTokens = {
  noteBackground: "#3a2f10",
  noteForeground: "#ffe3a3",
  noteBorder: "#d1a02c",
  replyBackground: "#0b3a42",
  replyForeground: "#e6f6f8",
  customerBackground: "#383838",
  customerForeground: "#f5f5f5",
  information: "#80c0c9",
  success: "#7fd49a",
  warning: "#f4bd6b",
  danger: "#ff9ea5",
  presenceAvailable: "#7fd49a",
  presenceBusy: "#ff9ea5",
  presenceAway: "#f4bd6b",
  presenceOffline: "#b3b3b3",
};

/** White on black with one bright colour for each meaning; every ground is told apart by its border, not its shade. */
const contrastOwn: OwnTokens = {
  noteBackground: "#000000",
  noteForeground: "#ffee32",
  noteBorder: "#ffee32",
  replyBackground: "#00424d",
  replyForeground: "#ffffff",
  customerBackground: "#262626",
  customerForeground: "#ffffff",
  information: "#1aebff",
  success: "#3ff23f",
  warning: "#ffee32",
  danger: "#ff9ea5",
  presenceAvailable: "#3ff23f",
  presenceBusy: "#ff9ea5",
  presenceAway: "#ffee32",
  presenceOffline: "#ffffff",
};

export type DeskTheme = Theme & OwnTokens;

export const lightTheme: DeskTheme = {
  ...createLightTheme(accent),
  // Dark enough for what is selected, too.
  colorBrandForeground1: accent[70],
  ...lightOwn,
};

export const darkTheme: DeskTheme = {
  ...createDarkTheme(accent),
  colorBrandForeground1: accent[110],
  colorBrandForeground2: accent[120],
  colorBrandForegroundLink: accent[110],
  ...darkOwn,
};

/** Which of Fluent's colours become which in high contrast; the first that fits holds. */
const contrastRules: [RegExp, string][] = [
  [/^colorTransparentStroke(Interactive)?$/, "#ffffff"],
  [/Disabled|Inverted|Static|Stencil|Shadow|Overlay|Alpha|Transparent/, "as in dark"],
  [/^colorNeutralForegroundOnBrand|^colorNeutralStrokeOnBrand/, "#000000"],
  [/^color(Compound)?BrandBackground2/, "#00424d"],
  [/^color(Compound)?BrandBackground\w*(Hover|Pressed|Selected)$/, "#8af3ff"],
  [/^color(Compound)?Brand(Background|Foreground|Stroke)/, "#1aebff"],
  [/^colorNeutralForeground|^colorNeutralStroke/, "#ffffff"],
  [/^color(Neutral|Subtle)\w*Background\w*Selected$/, "#00424d"],
  [/^color(Neutral|Subtle)\w*Background\w*(Hover|Pressed)$/, "#333333"],
  [/^colorNeutral(Card)?Background/, "#000000"],
];

/** The dark theme with its greys drawn apart into black and white. */
function inContrast(theme: Theme): Theme {
  const drawnApart = Object.entries(theme).flatMap(([name, value]) => {
    const color = contrastRules.find(([names]) => names.test(name))?.[1];
    return [[name, !color || color === "as in dark" ? value : color]];
  });
  return Object.fromEntries(drawnApart);
}

export const contrastTheme: DeskTheme = {
  ...inContrast(createDarkTheme(accent)),
  ...contrastOwn,
};

/** Our tokens as CSS variables, for `makeStyles` beside Fluent's `tokens`. */
export const own: OwnTokens = Object.fromEntries(
  Object.keys(lightOwn).map((name) => [name, `var(--${name})`]),
) as unknown as OwnTokens;
