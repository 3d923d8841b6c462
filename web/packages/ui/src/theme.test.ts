import { describe, expect, it } from "vitest";
import { contrastTheme, type DeskTheme, darkTheme, lightTheme } from "./theme";

const textPairs: [keyof DeskTheme, keyof DeskTheme][] = [
  ["noteForeground", "noteBackground"],
  ["replyForeground", "replyBackground"],
  ["customerForeground", "customerBackground"],
  ["information", "colorNeutralBackground1"],
  ["information", "colorNeutralBackground2"],
  ["success", "colorNeutralBackground1"],
  ["warning", "colorNeutralBackground1"],
  ["warning", "colorNeutralBackground2"],
  ["danger", "colorNeutralBackground1"],
  ["danger", "colorNeutralBackground2"],
  ["colorNeutralForeground1", "colorNeutralBackground1"],
  ["colorNeutralForeground2", "colorNeutralBackground3"],
  ["colorNeutralForeground3", "colorNeutralBackground1"],
  ["colorNeutralForeground3", "colorNeutralBackground2"],
  ["colorNeutralForeground3", "colorNeutralBackground1Selected"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["colorBrandForeground1", "colorNeutralBackground1"],
  ["colorBrandForeground1", "colorNeutralBackground2"],
  ["colorBrandForeground1", "colorNeutralBackground1Selected"],
  ["colorBrandForegroundLink", "colorNeutralBackground1"],
];

const markPairs: [keyof DeskTheme, keyof DeskTheme][] = [
  ["presenceAvailable", "colorNeutralBackground1"],
  ["presenceBusy", "colorNeutralBackground1"],
  ["presenceAway", "colorNeutralBackground1"],
  ["presenceOffline", "colorNeutralBackground1"],
  ["noteBorder", "colorNeutralBackground1"],
];

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme],
  ["high-contrast", contrastTheme],
] as const)("the %s theme", (_name, theme) => {
  it.each(textPairs)("shows text in %s on %s at 4.5:1 or better", (text, ground) => {
    expect(contrast(String(theme[text]), String(theme[ground]))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)("shows marks in %s on %s at 3:1 or better", (mark, ground) => {
    expect(contrast(String(theme[mark]), String(theme[ground]))).toBeGreaterThanOrEqual(3);
  });
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const hex = color.length === 4 ? color.replace(/[0-9a-f]/gi, (digit) => digit + digit) : color;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
