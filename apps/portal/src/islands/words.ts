import type { Words } from '../wording.js';

/** The messages that the server has put beside an island. */
export const wordsOf = (root: HTMLElement): Words => {
  const texts = JSON.parse(root.dataset['words'] ?? '{}') as Record<string, string | undefined>;
  return (key, params = {}) => (texts[key] ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
};
