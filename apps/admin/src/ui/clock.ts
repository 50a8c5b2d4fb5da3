import { shanghaiTime } from '@kepu/domain';
import { useSession } from '../providers/session.js';

/**
 * The present moment as an instant: the day is the server's, the time of day this browser's. It decides only what a page offers first; what is
 * allowed the API says.
 */
export const presentMoment = (today: string, browser: number = Date.now()): string => {
  const { minute } = shanghaiTime(new Date(browser).toISOString());
  return new Date(Date.parse(`${today}T00:00:00.000+08:00`) + minute * 60_000).toISOString();
};

/** The same for a component; null before it is known who is there. */
export const usePresentMoment = (): string | null => {
  const today = useSession()?.today;
  return today ? presentMoment(today) : null;
};
