/** Language and appearance, each a menu of its own in the profile's. */
import {
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  type MenuProps,
  MenuTrigger,
} from "@fluentui/react-components";
import { DarkThemeRegular, LocalLanguageRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { chooseTheme, looks, type ThemeChoice, themeChoices } from "../../app/looks";
import { texts } from "../../texts";
import { changeLanguage } from "../../texts/change";
import { browserLanguage, chosenLanguage, type Language, languageNames, languages } from "../../texts/language";

const browserChoice = "browser";

export function LanguageMenu() {
  const choices = [
    { value: browserChoice, label: texts.profile.browserLanguage(languageNames[browserLanguage]) },
    ...languages.map((language) => ({ value: language, label: languageNames[language], lang: language })),
  ];
  return (
    <ChoiceMenu
      label={texts.profile.language}
      icon={<LocalLanguageRegular />}
      choices={choices}
      chosen={chosenLanguage ?? browserChoice}
      onChoose={(value) => changeLanguage(value === browserChoice ? null : (value as Language))}
    />
  );
}

export function ThemeMenu() {
  const chosen = useStore(looks, (state) => state.theme);
  return (
    <ChoiceMenu
      label={texts.profile.theme}
      icon={<DarkThemeRegular />}
      choices={themeChoices.map((value) => ({ value, label: texts.profile.themes[value] }))}
      chosen={chosen}
      onChoose={(value) => chooseTheme(value as ThemeChoice)}
    />
  );
}

interface ChoiceMenuProps {
  label: string;
  icon: ReactElement;
  choices: readonly { value: string; label: string; lang?: string }[];
  chosen: string;
  onChoose: (value: string) => void;
}

function ChoiceMenu({ label, icon, choices, chosen, onChoose }: ChoiceMenuProps) {
  const choose: MenuProps["onCheckedValueChange"] = (_event, { checkedItems }) => {
    const [value] = checkedItems;
    if (value !== undefined && value !== chosen) onChoose(value);
  };
  return (
    <Menu checkedValues={{ choice: [chosen] }} onCheckedValueChange={choose}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={icon}>{label}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((choice) => (
            <MenuItemRadio key={choice.value} name="choice" value={choice.value} lang={choice.lang}>
              {choice.label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
