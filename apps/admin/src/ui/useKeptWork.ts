import { useEffect, useState } from 'react';
import { useSession } from '../providers/session.js';
import { readWork, storeWork } from './unsavedWork.js';

/**
 * What is typed and not saved, kept in this tab until it is `none` again. `restored`: it is from before the page was loaded. `writes`: where a person only reads, nobody is warned on leaving.
 * `none` and `isNone` stay the same from one drawing to the next.
 */
export const useKeptState = <T>(name: string, none: T, isNone: (typed: T) => boolean, writes = true) => {
  const place = `${useSession()?.account.id ?? ''}:${name}`;
  const [typed, setTyped] = useState<T>(() => readWork<T>(place) ?? none);
  const empty = isNone(typed);
  const [restored, setRestored] = useState(!empty);
  const dirty = writes && !empty;
  useEffect(() => {
    storeWork(place, empty ? null : typed);
    if (empty) setRestored(false);
  }, [place, typed, empty]);
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
  return { typed, setTyped, dirty, restored: restored && dirty };
};

const isNull = (typed: unknown): boolean => typed === null;
/** The same for one piece of work, with the version of what it began from. */
export const useKeptWork = <T extends { readonly base: number }>(name: string) => useKeptState<T | null>(name, null, isNull);
