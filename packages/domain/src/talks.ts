/** A set as signs 0 and 1, one for each of the order: what both databases can search. */
export const signsOf = <T>(order: readonly T[], chosen: readonly T[]): string => order.map((each) => (chosen.includes(each) ? '1' : '0')).join('');
/** The same back. */
export const chosenOf = <T>(order: readonly T[], signs: string): T[] => order.filter((_, index) => signs[index] === '1');
/** Months of a year. */
export const monthOrder = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Months in which a talk can be had, as signs: none named is the whole year. */
export const monthSigns = (months: readonly number[]): string => signsOf<number>(monthOrder, months.length === 0 ? monthOrder : months);
/** The same back: the whole year is none named. */
export const monthsOf = (signs: string): number[] => (signs.includes('0') ? chosenOf<number>(monthOrder, signs) : []);
/** Months in a row, also over the turn of the year: 11, 12, 1 is one stretch. Each as first and last. */
export const monthStretches = (months: readonly number[]): [number, number][] => {
  const chosen = new Set(months);
  if (chosen.size === 0 || chosen.size === 12) return [];
  const before = (month: number): number => (month === 1 ? 12 : month - 1);
  return [...chosen].filter((month) => !chosen.has(before(month))).sort((a, b) => a - b).map((first) => {
    let last = first;
    while (chosen.has((last % 12) + 1)) last = (last % 12) + 1;
    return [first, last];
  });
};
