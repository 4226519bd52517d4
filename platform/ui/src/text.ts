import { createInstance } from 'i18next';
import { de } from './language/de.js';
import { en, type TextKey } from './language/en.js';

export type { TextKey };
/** Keys with a singular and a plural of their own, chosen by `count`. */
export type CountedKey = TextKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

export type Language = 'en' | 'de';
export type TextValues = Readonly<Record<string, string | number>>;

/** The suite's own texts: the host's i18next can't be reached from a plugin. */
const texts = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, de: { translation: de } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});
void texts.init();

/** The text of a key in the current language; `count` picks the plural. */
export function text(key: TextKey | CountedKey, values: TextValues = {}): string {
  return texts.t(key, values);
}

/** The language in force. */
export function currentLanguage(): Language {
  return texts.language === 'de' ? 'de' : 'en';
}

/** Takes effect for what is rendered afterwards. Anything but German is English. */
export function setLanguage(language: string): Language {
  const known: Language = language.toLowerCase().startsWith('de') ? 'de' : 'en';
  void texts.changeLanguage(known);
  return known;
}
