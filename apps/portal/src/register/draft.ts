import type { ChosenUnit } from './unit-finder.js';

/** What is kept while somebody reads the notice on its page or reloads by mistake: in this tab only, and never the password. */
export interface Draft { readonly fields: Readonly<Record<string, readonly string[]>>; readonly unit: ChosenUnit | null }
const key = 'kepu.registration';
const withheld = ['password', 'consent'];

const quietly = <T>(act: () => T): T | null => {
  try {
    return act();
  } catch {
    return null;
  }
};

export const keepDraft = (form: HTMLFormElement, unit: ChosenUnit | null): void => {
  const data = new FormData(form);
  const fields = Object.fromEntries([...new Set(data.keys())].filter((name) => !withheld.includes(name)).map((name) => [name, data.getAll(name).map(String)]));
  quietly(() => sessionStorage.setItem(key, JSON.stringify({ fields, unit } satisfies Draft)));
};
export const forgetDraft = (): void => void quietly(() => sessionStorage.removeItem(key));

/** Fills the form again; the unit comes back to whoever asked. */
export const restoreDraft = (form: HTMLFormElement): ChosenUnit | null => {
  const draft = quietly(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null);
  if (!draft) return null;
  for (const control of form.querySelectorAll<HTMLInputElement>('input[name]')) {
    const values = withheld.includes(control.name) ? undefined : draft.fields[control.name];
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = control.checked || Boolean(values?.includes(control.value));
    else if (values?.[0]) control.value = values[0];
  }
  return draft.unit;
};
