/**
 * The shapes of the files in `seeds/` (described in seeds/README.md), checked before anything of them is written. Strict: a misspelt key
 * is an error, not a value left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  activityKinds, availability, divisionCode, divisionKinds, insurances, lengths, line, measureKinds, measureSources, occupations, paragraph, positionRoles, programmeKinds, roles, signupFlows, themeDayRule,
  ordererKinds, talkEquipment, talkLanguages, talkLimits, dayParts, thingKinds, travelLimit, unitKinds, workdayInput, workEntryInput, workEntryKinds,
} from '@kepu/contracts';
import { z } from 'zod';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const sortNo = z.int().min(0).max(100_000);
const name = line(lengths.name);
const aliases = z.array(name);
const prose = z.string().min(1);

const township = z.strictObject({ code: divisionCode, name, kind: z.enum(divisionKinds).exclude(['city', 'county']) });
const county = z.strictObject({
  code: divisionCode, name, seat: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]), urbanCore: z.boolean(), island: z.boolean(), mountain: z.boolean(),
  townships: z.array(township),
});

/** `divisions.json` */
export const divisionsFile = z.strictObject({
  source: prose, asOf: prose, city: z.strictObject({ code: divisionCode, name }), counties: z.array(county).min(1),
  minutesBetweenSeats: z.looseObject({ order: z.array(divisionCode), minutes: z.array(z.array(z.int().min(0).max(1440))) }),
});

/** `units.json` */
export const unitsFile = z.strictObject({
  source: prose,
  office: z.strictObject({ name, shortName: name, docNumberPrefix: name, divisionCode, hostUnit: key }),
  units: z.array(z.strictObject({
    key, name, fullName: line(lengths.fullName), aliases, kind: z.enum(unitKinds), sortNo, divisionCode, hostsOffice: z.boolean().optional(),
  })).min(1),
});

/** `programmes.json`; a set's key is its years. */
export const programmesFile = z.strictObject({
  sets: z.array(z.strictObject({
    key: z.string().regex(/^\d{4}-\d{4}$/), title: name, source: prose,
    programmes: z.array(z.strictObject({ key, name, kind: z.enum(programmeKinds), shortName: line(20), aliases, sortNo })).min(1),
  })).min(1),
  mappings: z.array(z.strictObject({
    from: prose, to: prose, note: prose.optional(), pairs: z.array(z.strictObject({ from: key, to: key, fit: z.enum(['same', 'near']), note: prose.nullable() })), withoutOrigin: z.array(key),
  })),
});

const topic = z.strictObject({ key, name, sortNo, aliases: aliases.default([]) });
/** `topics.json` */
export const topicsFile = z.strictObject({ note: prose, topics: z.array(topic.extend({ children: z.array(topic) })).min(1) });

/** `audiences.json` */
export const audiencesFile = z.strictObject({ note: prose, audiences: z.array(z.strictObject({ key, name, aliases, programmes: z.array(key), sortNo })).min(1) });

/** `theme-days.json` */
export const themeDaysFile = z.strictObject({
  note: prose, themeDays: z.array(z.strictObject({ key, name, aliases, rule: themeDayRule, source: z.enum(['printed', 'known']), note: line(lengths.note).nullable() })).min(1),
});

/** `workdays.json` */
export const workdaysFile = z.strictObject({ source: prose, note: prose, years: z.array(z.int()), days: z.array(workdayInput).min(1) });

const kind = z.strictObject({ key, name, sortNo });
/** `talent-kinds.json`; tags and model posts are not loaded yet. */
export const talentKindsFile = z.strictObject({
  note: prose, pools: z.array(kind.extend({ note: line(lengths.note), aliases })).min(1), tags: z.array(kind), modelPosts: z.array(kind), teamKinds: z.array(kind.extend({ note: line(lengths.note).nullable() })).min(1),
});

/** `credential-kinds.json`; what one implies are keys of others. */
export const credentialKindsFile = z.strictObject({ note: prose, kinds: z.array(kind.extend({ note: line(lengths.note).nullable(), implies: z.array(key), expires: z.boolean(), byCourse: z.boolean() })).min(1) });

/** `measures-<year>.json`; `item` counts the unit's own items from 1. */
export const measuresFile = z.strictObject({
  note: prose, year: z.int(), programmeSet: prose,
  items: z.array(z.strictObject({
    unit: key, item: z.int().min(1), programme: key, paper: z.boolean(),
    measures: z.array(z.strictObject({
      kind: z.enum(measureKinds), name, sources: z.array(z.enum(measureSources)).min(1), pool: key.nullable(), min: z.int().min(1).nullable(), unitOfMeasure: line(lengths.unitOfMeasure), dueMonth: z.int().min(1).max(12),
    })),
  })).min(1),
});

/** Every file of the reference data, by its name without `.json`. */
export const referenceShapes = {
  divisions: divisionsFile, units: unitsFile, programmes: programmesFile, topics: topicsFile, audiences: audiencesFile, 'theme-days': themeDaysFile, workdays: workdaysFile,
  'talent-kinds': talentKindsFile, 'credential-kinds': credentialKindsFile,
} as const;
/** What the files hold. */
export type ReferenceFiles = { readonly [F in keyof typeof referenceShapes]: z.output<(typeof referenceShapes)[F]> };

/** `demo/people.json`; days are counted from the day on which the demo is made. */
export const demoPeople = z.strictObject({
  note: prose,
  people: z.array(z.strictObject({
    email: z.email(), name: line(lengths.personName),
    grants: z.array(z.strictObject({
      role: z.enum(roles), fromDaysAgo: z.int().min(0), toInDays: z.int().min(0).nullable(),
      scope: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('city') }), z.strictObject({ kind: z.literal('division'), code: divisionCode }), z.strictObject({ kind: z.literal('unit'), unit: key }),
      ]),
    })).min(1),
  })).min(1),
});

/** `demo/affiliations.json`; `parent` is a key of `units.json`. */
export const demoAffiliations = z.strictObject({
  note: prose, affiliations: z.array(z.strictObject({ key, name, fullName: line(lengths.fullName), kind: z.enum(unitKinds), divisionCode, parent: key.nullable() })).min(1),
});
/** The bodies to which the demo's volunteers belong. */
export type DemoAffiliations = z.output<typeof demoAffiliations>;

const weight = z.int().min(1).max(100);
const age = z.int().min(19).max(90);
/** `demo/volunteers.json`; `affiliation`, `units` and `topics` are keys of the other files, `times` keys of its own patterns, days are counted back from today. */
export const demoVolunteers = z.strictObject({
  note: prose, count: z.int().min(1).max(999),
  fixed: z.array(z.strictObject({
    email: z.email(), name: line(lengths.personName), age, occupation: z.enum(occupations), affiliation: key.nullable(), countyCode: divisionCode, topics: z.array(key), times: key, travelLimit,
    toIslands: z.boolean(), toMountains: z.boolean(), daysAgo: z.int().min(1).max(364), onBehalf: z.strictObject({ by: z.email(), note: line(lengths.note) }).nullable(),
  })).min(1),
  surnames: z.array(line(2)).min(20), givenNames: z.array(line(3)).min(40), times: z.record(key, availability), counties: z.array(z.strictObject({ code: divisionCode, weight })).min(1),
  travelLimits: z.array(travelLimit).min(1),
  groups: z.array(z.strictObject({
    occupation: z.enum(occupations), share: weight, ages: z.tuple([age, age]), kinds: z.array(z.enum(unitKinds)), units: z.array(key), without: z.int().min(0).max(100),
    counties: z.array(z.strictObject({ code: divisionCode, weight })).optional(), times: z.array(key).min(1), topics: z.array(key).min(4),
  })).min(1),
});
/** Who the demo's volunteers are, and of what the others are made. */
export type DemoVolunteers = z.output<typeof demoVolunteers>;

/** `demo/plan.json`; `unit` is a key of `units.json`, `item` counts the unit's own items from 1. */
export const demoPlan = z.strictObject({
  closed: z.strictObject({ paper: prose, programmeSet: prose, signedDaysAfterIssue: z.int(), closedOn: z.iso.date(), reason: prose }),
  current: z.strictObject({
    paper: prose, programmeSet: prose, issuedDaysAgo: z.int().min(1),
    signOff: z.array(z.strictObject({ unit: key, state: z.enum(['signed', 'pending']), how: z.enum(['self', 'recorded']).optional(), daysAfterIssue: z.int().min(0).optional(), note: prose.optional() })),
    questions: z.array(z.strictObject({
      unit: key, item: z.int().min(1), text: prose, daysAfterIssue: z.int().min(0), answer: z.strictObject({ text: prose, daysAfterIssue: z.int().min(0) }).nullable(),
    })),
  }),
  county: z.strictObject({
    division: divisionCode, by: prose, title: prose, docNumber: prose, issuer: prose, handedDaysAfterIssue: z.int().min(0), issuedDaysAfterIssue: z.int().min(0),
    items: z.array(z.strictObject({ serves: prose, text: prose, units: z.array(key).min(1) })).min(1), recorded: z.strictObject({ units: z.array(key), note: prose }),
  }),
});
/** What happened to the demo's papers. `county.items`: `serves` is a piece of the text of an item of the city's paper, `units` are keys of units of the county. */
export type DemoPlan = z.output<typeof demoPlan>;

const percent = z.int().min(0).max(100);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** `demo/activities.json`; `unit`, `topics` and `audiences` are keys of the other files, `serves` a piece of the text of one of the unit's items, `{place}` in a title a township. */
export const demoActivities = z.strictObject({
  note: prose, counts: z.strictObject({ drafts: z.int(), submitted: z.int(), past: z.int() }),
  counties: z.array(z.strictObject({ code: divisionCode, name, share: z.int().min(1), taken: percent, venues: z.array(key).min(1), townships: z.array(divisionCode) })).min(1),
  venues: z.record(key, z.array(name).min(1)), reports: z.array(paragraph(lengths.text)).min(1),
  templates: z.array(z.strictObject({
    key, title: line(lengths.title), kind: z.enum(activityKinds), unit: key, serves: prose, topics: z.array(key).min(1), audiences: z.array(key).min(1), flow: z.enum(signupFlows), insurance: z.enum(insurances), minors: z.boolean().optional(), companions: z.boolean().optional(), venues: z.array(key).min(1),
    days: z.enum(['any', 'weekend', 'weekday']), startsAt: clock, minutes: z.int().min(30).max(600), shifts: z.int().min(1).max(6), apart: z.int().min(0).max(14), turnout: z.tuple([z.int(), z.int()]),
    summary: paragraph(lengths.text), risk: paragraph(lengths.note),
    positions: z.array(z.strictObject({
      role: z.enum(positionRoles), name, minimum: z.int().min(0), maximum: z.int().min(1), occupations: z.array(z.enum(occupations)), minAge: z.int().min(18).max(80).nullable(), note: line(lengths.remark).nullable(), paid: z.boolean(),
    })).min(1),
  })).min(30),
});
/** What the demo's activities are made of. */
export type DemoActivities = z.output<typeof demoActivities>;

/** `demo/work-entries.json`; `unit` is a key of `units.json`, `serves` a piece of the text of one of the unit's items, days are counted back from today. */
export const demoWorkEntries = z.strictObject({
  note: prose,
  entries: z.array(z.strictObject({
    unit: key, serves: prose, kind: z.enum(workEntryKinds), title: line(lengths.title), quantity: z.int().min(1), unitOfMeasure: line(lengths.unitOfMeasure), endedDaysAgo: z.int().min(2), lastsDays: z.int().min(1), county: divisionCode.nullable(),
    place: line(lengths.place).nullable(), text: paragraph(lengths.text).nullable(), details: workEntryInput.shape.details, state: z.enum(['draft', 'submitted', 'returned', 'accepted']), reason: line(lengths.note).optional(),
  })).min(1),
});
/** What the demo's units have proven beside activities. */
export type DemoWorkEntries = z.output<typeof demoWorkEntries>;

/** Reads and checks one file of the seeds. Throws a ZodError for what does not have its shape. */
export const readSeed = <S extends z.ZodType>(folder: string, file: string, shape: S): z.output<S> => shape.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));

/** Teams and shared things of the demo. `places`: of how many people a team comes to the next activity that has room. */
export const demoTeams = z.strictObject({
  note: prose, teams: z.array(z.strictObject({ name, kind: key, unit: key, keeper: z.string(), leader: z.string(), about: line(lengths.note), occupation: z.enum(occupations).nullable(), members: z.int().min(0), places: z.int().min(0) })),
  things: z.array(z.strictObject({ name, kind: z.enum(thingKinds), unit: key, about: line(lengths.note), needs: line(lengths.note), bookings: z.array(z.strictObject({ unit: key, county: divisionCode, place: line(lengths.place), purpose: line(lengths.note), inDays: z.int(), days: z.int().min(1), parts: z.array(z.enum(dayParts)).min(1), confirmed: z.boolean() })) })),
});
/** Teams and shared things of the demo. */
export type DemoTeams = z.output<typeof demoTeams>;

/** Orders of talks of the demo. `stepDaysAgo`: when it was accepted or asked about, offered or given up, and taken on. */
export const demoOrders = z.strictObject({
  note: prose, orders: z.array(z.strictObject({
    became: z.enum(['submitted', 'asked', 'offered', 'confirmed', 'closed', 'unfilled', 'called_off']), by: z.enum(['orderer', 'office']), county: divisionCode, township: divisionCode, kind: z.enum(ordererKinds), place: name, contact: line(lengths.personName), phone: z.string().regex(/^\+447700900\d{3}$/),
    talk: line(lengths.title).nullable(), topic: key.nullable(), need: paragraph(lengths.note).nullable(), people: z.int().min(1), venue: line(lengths.place), audience: key, language: z.enum(talkLanguages), daysAgo: z.int().min(0), dates: z.array(z.strictObject({ inDays: z.int(), part: z.enum(dayParts) })).min(2).max(3),
    lecturer: z.string().nullable(), stepDaysAgo: z.array(z.int().min(0)), text: paragraph(lengths.note).nullable(), answer: paragraph(lengths.note).nullable(), untold: z.boolean(),
  })),
});
/** Orders of talks of the demo. */
export type DemoOrders = z.output<typeof demoOrders>;

/** The menu of talks of the demo. */
export const demoTalks = z.strictObject({
  note: prose, lecturers: z.array(z.strictObject({ key, email: z.string().nullable(), occupation: z.enum(occupations).nullable() })),
  talks: z.array(z.strictObject({ lecturer: key, title: line(lengths.title), summary: z.string().max(talkLimits.summary), topics: z.array(key).min(1), audiences: z.array(key).min(1), minutes: z.int(), languages: z.array(z.enum(talkLanguages)), months: z.array(z.int()), equipment: z.array(z.enum(talkEquipment)), nameShown: z.boolean() })),
});
/** The menu of talks of the demo. */
export type DemoTalks = z.output<typeof demoTalks>;
