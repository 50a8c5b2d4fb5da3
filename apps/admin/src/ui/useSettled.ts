import { useEffect, useState } from 'react';

/** A pause in which somebody who types has not stopped yet: pinyin is several letters to a sign. */
const PAUSE_MS = 300;

/** What was typed, once it has stood still for a moment: a search for each letter helps nobody. */
export const useSettled = (typed: string): string => {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled.trim();
};
