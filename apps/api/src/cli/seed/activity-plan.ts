/**
 * What takes place in the demo city: made up of the parts in `demo/activities.json`, the same at every start of the same day. Nothing is written here.
 */
import { addDays, dayNumber, weekday } from '@kepu/domain';
import { randomOf, type Random } from './random.js';
import type { DemoActivities } from './shapes.js';

type Template = DemoActivities['templates'][number];
type County = DemoActivities['counties'][number];
/** What has become of an activity: `past` ones were published and are over. */
export type MadeState = 'open' | 'draft' | 'submitted' | 'past';
/** An activity of the demo. Days and instants are those of Shanghai. `taken`: how many in a hundred places people take in its county. */
export interface MadeActivity {
  readonly template: Template; readonly state: MadeState; readonly title: string; readonly countyCode: string; readonly townshipCode: string | null; readonly place: string; readonly taken: number;
  readonly shifts: readonly { readonly startsAt: string; readonly endsAt: string }[]; readonly writtenOn: string;
}

/** Any number does; another one makes another city. */
const SEED = 20_260_315;
const WEEKS_AHEAD = 6;
/** How far back the activities go that are over: not before this year's paper was issued and read. */
const PAST_DAYS = 30;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

const isWeekend = (day: string): boolean => [0, 6].includes(weekday(dayNumber(day)));
/** A day of the kind that suits, within bounds that hold at least a week. */
const dayOf = (random: Random, { days }: Template, from: string, span: number): string => {
  const weekend = days === 'weekend' || (days === 'any' && random.chance(60));
  for (;;) {
    const day = addDays(from, random.between(0, span - 1));
    if (isWeekend(day) === weekend) return day;
  }
};

const shiftsOf = (template: Template, firstDay: string): MadeActivity['shifts'] => {
  const first = Date.parse(`${firstDay}T${template.startsAt}:00+08:00`);
  // Twice on one day: an hour's rest between them.
  const step = (template.apart === 0 ? template.minutes + 60 : template.apart * DAY_MINUTES) * MINUTE_MS;
  return Array.from({ length: template.shifts }, (_, index) => first + index * step).map((start) => ({ startsAt: new Date(start).toISOString(), endsAt: new Date(start + template.minutes * MINUTE_MS).toISOString() }));
};

/** Every activity in the order in which it was written. `townships` are their names by code. */
export const makeActivities = (file: DemoActivities, townships: ReadonlyMap<string, string>, today: string): MadeActivity[] => {
  const random = randomOf(SEED);
  const titles = new Set<string>();
  const fits = (county: County) => file.templates.filter((template) => template.venues.some((venue) => county.venues.includes(venue)));
  const placed = (county: County): Pick<MadeActivity, 'template' | 'title' | 'countyCode' | 'townshipCode' | 'place' | 'taken'> => {
    for (;;) {
      const template = random.pick(fits(county));
      const townshipCode = county.townships.length > 0 ? random.pick(county.townships) : null;
      const where = townshipCode === null ? county.name : (townships.get(townshipCode) ?? county.name);
      const title = template.title.replace('{place}', where);
      if (titles.has(title)) continue;
      titles.add(title);
      const venue = random.pick(file.venues[random.pick(template.venues.filter((kind) => county.venues.includes(kind)))] ?? []);
      return { template, title, countyCode: county.code, townshipCode, place: `${where}${venue}`, taken: county.taken };
    }
  };
  const ahead = (state: MadeState, county: County): MadeActivity => {
    const made = placed(county);
    return { ...made, state, shifts: shiftsOf(made.template, dayOf(random, made.template, addDays(today, 1), WEEKS_AHEAD * 7)), writtenOn: addDays(today, -random.between(state === 'open' ? 4 : 1, state === 'open' ? 14 : 3)) };
  };
  const past = (county: County): MadeActivity => {
    for (;;) {
      const made = placed(county);
      const firstDay = dayOf(random, made.template, addDays(today, -PAST_DAYS), PAST_DAYS - 2);
      const shifts = shiftsOf(made.template, firstDay);
      // A series that is still going on is not over.
      if (shifts.every((shift) => Date.parse(shift.endsAt) < Date.parse(`${addDays(today, -1)}T22:00:00+08:00`))) return { ...made, state: 'past', shifts, writtenOn: addDays(firstDay, -random.between(5, 7)) };
    }
  };
  const byShare = (): County => random.weighted(file.counties.map((county) => ({ ...county, weight: county.share })));
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const all = [
    ...file.counties.flatMap((county) => times(county.share, () => ahead('open', county))), ...times(file.counts.drafts, () => ahead('draft', byShare())), ...times(file.counts.submitted, () => ahead('submitted', byShare())),
    ...times(file.counts.past, () => past(byShare())),
  ];
  return all.sort((a, b) => (a.writtenOn < b.writtenOn ? -1 : a.writtenOn > b.writtenOn ? 1 : 0));
};
