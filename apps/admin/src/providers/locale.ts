import { localeOf, locales, type Locale } from '@kepu/contracts/labels';

const known = (value: unknown): value is Locale => locales.includes(value as Locale);

/** Where react-admin's store keeps the language. */
export const storeKey = 'kepu';
const saved = (): Locale | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`RaStore${storeKey}.locale`) ?? 'null');
    return known(value) ? value : null;
  } catch {
    return null;
  }
};

/** Chinese unless the person chose otherwise here, or the page says so. */
export const initialLocale = (): Locale => saved() ?? localeOf(undefined);

let current: Locale = initialLocale();
/** The language that answers are asked for in. */
export const currentLocale = (): Locale => current;
/** Follows the language switch. */
export const setCurrentLocale = (locale: string): void => {
  if (known(locale)) current = locale;
  document.documentElement.lang = current;
};
