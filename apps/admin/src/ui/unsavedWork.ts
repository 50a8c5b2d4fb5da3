const nameOf = (place: string): string => `kepu.unsaved.${place}`;

/** What this tab still has of what a person typed and did not save. A reload or a session that ends must not cost it; another person does not get it. */
export const readWork = <T>(place: string): T | null => {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(place)) ?? 'null') as T | null;
  } catch {
    return null;
  }
};
/** Keeps it, or forgets it with null. A browser that keeps nothing is no reason to stop writing. */
export const storeWork = (place: string, work: unknown): void => {
  try {
    if (work === null) sessionStorage.removeItem(nameOf(place));
    else sessionStorage.setItem(nameOf(place), JSON.stringify(work));
  } catch {
    // Full, or switched off.
  }
};
