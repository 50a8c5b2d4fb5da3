import { z } from 'zod';
import { phoneProof } from '../identity/sign-in.js';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { talkLanguages } from '../talents/talks.js';
import { dayParts } from '../volunteers/schemas.js';

/** How an order stands: 待审核, 待补充, 派单中, 已确认, 已完成, 已办结, 已退单, 暂无讲师承接, 已取消. */
export const orderStates = ['submitted', 'asked', 'dispatching', 'confirmed', 'done', 'closed', 'declined', 'unfilled', 'cancelled'] as const;
/** How an order stands. */
export type OrderState = (typeof orderStates)[number];
/** How an offer to a lecturer stands. */
export const orderOfferStates = ['offered', 'accepted', 'declined', 'expired', 'withdrawn', 'stepped_back', 'released'] as const;
/** How an offer to a lecturer stands. */
export type OrderOfferState = (typeof orderOfferStates)[number];
/** Who orders: 村, 社区, 学校, 其他单位. */
export const ordererKinds = ['village', 'community', 'school', 'other'] as const;
/** Who orders. */
export type OrdererKind = (typeof ordererKinds)[number];
/** How an order came in: on the portal by phone, by staff of an office for somebody, by a unit for itself. */
export const orderWays = ['portal', 'office', 'unit'] as const;
/** How an order came in. */
export type OrderWay = (typeof orderWays)[number];
/** Among whom a lecturer is looked for: those of the county, then those of the whole city. */
export const orderStages = ['county', 'city'] as const;
/** Among whom a lecturer is looked for. */
export type OrderStage = (typeof orderStages)[number];
/** Parts of the score of a lecturer: topic 35, area 20, audience and language 15, ratings 10, few orders lately 15, the unit's item lags 5. */
export const lecturerParts = ['topic', 'area', 'audience', 'rating', 'fairness', 'lagging'] as const;
/** A part of the score of a lecturer. */
export type LecturerPart = (typeof lecturerParts)[number];
/** The most points of each part; together 100. */
export const lecturerPartPoints = { topic: 35, area: 20, audience: 15, rating: 10, fairness: 15, lagging: 5 } as const satisfies Record<LecturerPart, number>;
/** What can truly be said of a part of the score. */
export const lecturerReasons = ['own_talk', 'topic_same', 'topic_near', 'topic_other', 'nothing_asked', 'same_township', 'same_county', 'neighbour', 'elsewhere', 'audience_and_language', 'audience_fits', 'language_fits', 'nothing_known', 'rated', 'not_rated', 'orders_lately', 'no_orders_lately', 'lags', 'no_lag'] as const;
/** What can truly be said of a part of the score. */
export type LecturerReason = (typeof lecturerReasons)[number];
/** Why a lecturer cannot take an order: speaks about something else, busy or too far between two places, pausing, frozen, way too long, no islands, no mountains, as many orders this month as are taken, not checked for minors, wrong language, has answered this order already. */
export const lecturerBlocks = ['topic', 'busy', 'paused', 'frozen', 'too_far', 'island', 'mountain', 'monthly_cap', 'unchecked', 'language', 'asked'] as const;
/** Why a lecturer cannot take an order. */
export type LecturerBlock = (typeof lecturerBlocks)[number];
/** Who rates. */
export const orderRaters = ['orderer', 'lecturer', 'audience'] as const;
/** Who rates. */
export type OrderRater = (typeof orderRaters)[number];
/** What whoever ordered without an account is told by text message: 已收到, 待补充, 已退单, 已确认, 换讲师, 改期, 暂无讲师承接, 已取消, 请评价. */
export const orderNewsKinds = ['received', 'asked', 'declined', 'confirmed', 'substitute', 'moved', 'unfilled', 'called_off', 'rate'] as const;
/** What whoever ordered without an account is told. */
export type OrderNewsKind = (typeof orderNewsKinds)[number];
/** What became of it: waits to be sent, sent, newer news went instead, stopped by whoever ordered, no way to send it, refused by the provider, the provider was not reached, too many to one phone in a day, told by phone. */
export const orderNewsStates = ['waiting', 'sent', 'overtaken', 'stopped', 'untold', 'refused', 'unreachable', 'held', 'called'] as const;
/** What became of a piece of news. */
export type OrderNewsState = (typeof orderNewsStates)[number];
/** How whoever ordered hears: by text message, not any more because they stopped it, not at all, or as the people of a unit with an account. */
export const orderMessages = ['on', 'stopped', 'none', 'account'] as const;
/** How whoever ordered hears. */
export type OrderMessages = (typeof orderMessages)[number];
/** Talks of the menu that one order names at most. */
export const MOST_ORDER_TALKS = 3;
/** Dates that one order gives at least and at most. */
export const ORDER_DATES = { least: 2, most: 3 } as const;
/** Orders in one trip at most. */
export const MOST_TRIP_ORDERS = 5;
/** People that an order expects at most. */
export const MOST_ORDER_PEOPLE = 5000;

const phone = z.string().trim().regex(/^\+?[\d -]{6,20}$/).max(lengths.phone);
/** `HH:MM` in Asia/Shanghai. */
export const hourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** The secret beside an order's number: shown once, ten letters and digits without those that look alike. */
export const orderCode = z.string().trim().toUpperCase().regex(/^[2-9A-HJ-NP-Z]{10}$/);
/** The code in the address by which an audience rates; it stands on the poster. */
export const ratingCode = z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/);
/** What whoever ordered holds: the number of the order, and its code. */
export const orderKey = z.strictObject({ number: z.string().trim().toUpperCase().min(1).max(20), code: orderCode }).meta({ id: 'OrderKey' });

/** A date that would do. `time`: the hour that is wished for; without it the usual one of that part of the day (9:00, 14:30, 19:00). */
export const orderDateInput = z.strictObject({ day, part: z.enum(dayParts), time: hourOfDay.nullable().default(null) });
const wish = {
  talkIds: z.array(id).max(MOST_ORDER_TALKS), topicIds: z.array(id).max(MOST_ORDER_TALKS), need: paragraph(lengths.note).nullable().describe('what is wanted, in own words'), dates: z.array(orderDateInput).min(ORDER_DATES.least).max(ORDER_DATES.most),
  people: z.int().min(1).max(MOST_ORDER_PEOPLE), venue: line(lengths.place).describe('文化礼堂, 社区科普馆 …, with the address'), audienceIds: z.array(id).max(5), language: z.enum(talkLanguages).nullable().describe('null: any will do'),
  projector: z.boolean().describe('there is a projector or a large screen'), minors: z.boolean().describe('minors will be there'), note: paragraph(lengths.note).nullable(),
};
const lists = { talkIds: wish.talkIds.default([]), topicIds: wish.topicIds.default([]), need: wish.need.default(null), audienceIds: wish.audienceIds.default([]), language: wish.language.default(null), projector: z.boolean().default(false), minors: z.boolean().default(false), note: wish.note.default(null) };
const orderer = {
  countyCode: divisionCode, townshipCode: divisionCode.nullable().default(null).describe('null where the county has no townships (龙港市)'), ordererKind: z.enum(ordererKinds), placeName: line(lengths.name).describe('name of the village, community, school or body'),
  contactName: line(lengths.personName), phone,
};
const demandsWish = ({ talkIds, topicIds, need }: { talkIds: readonly string[]; topicIds: readonly string[]; need: string | null }) => talkIds.length > 0 || topicIds.length > 0 || need !== null;
const differentDates = ({ dates }: { dates: readonly { day: string; part: string }[] }) => new Set(dates.map((one) => `${one.day} ${one.part}`)).size === dates.length;
const wishFault = { path: ['need'], message: 'order_wish_missing' };
const datesFault = { path: ['dates'], message: 'order_dates_twice' };

/** An order by anybody, with the phone proved where messages can be sent (a challenge with the purpose `register`). */
export const orderInput = z.strictObject({ ...orderer, ...wish, ...lists, phoneProof: phoneProof.optional().describe('demanded where messages can be sent') }).refine(demandsWish, wishFault).refine(differentDates, datesFault).meta({ id: 'OrderInput' });
/** An order by staff: of an office for whoever asked by phone, or of a unit for itself. `unitId`: the unit that orders; demanded of a unit's own staff. */
export const orderOnBehalfInput = z.strictObject({ ...orderer, unitId: id.nullable().default(null), ...wish, ...lists }).refine(demandsWish, wishFault).refine(differentDates, datesFault).meta({ id: 'OrderOnBehalfInput' });
const revision = { ...wish, ...lists, answer: paragraph(lengths.note).nullable().default(null).describe('to what the county asked') };
/** The wish as it is now, until the county has accepted it; with it what was asked is answered. */
export const orderRevision = z.strictObject({ version, ...revision }).refine(demandsWish, wishFault).refine(differentDates, datesFault).meta({ id: 'OrderRevision' });
/** The same by number and code. */
export const ownOrderRevision = z.strictObject({ key: orderKey, version, ...revision }).refine(demandsWish, wishFault).refine(differentDates, datesFault).meta({ id: 'OwnOrderRevision' });
/** Whether whoever ordered wants to hear of this order by text message. */
export const ownOrderMessages = z.strictObject({ key: orderKey, wanted: z.boolean() }).meta({ id: 'OwnOrderMessages' });
/** Called off by whoever ordered. */
export const ownOrderCancellation = z.strictObject({ key: orderKey, version, reason: paragraph(lengths.note) }).meta({ id: 'OwnOrderCancellation' });

const place = z.object({ code: divisionCode, name: z.string() });
const date = z.object({ id, day, part: z.enum(dayParts), startsAt: instant.describe('the hour wished for, or the usual one'), timed: z.boolean().describe('the hour was wished for'), chosen: z.boolean() });
const grade = z.int().min(1).max(5);
const mean = z.number().nullable().describe('1 to 5; null where nobody rated');
const ordererRating = z.object({ content: z.int(), manner: z.int(), again: z.int(), people: z.int(), note: z.string().nullable(), at: instant });
const shared = {
  number: z.string(), state: z.enum(orderStates), county: place, township: place.nullable(), ordererKind: z.enum(ordererKinds), placeName: z.string(), contactName: z.string(), talks: z.array(z.object({ id, title: z.string(), minutes: z.int() })), topics: z.array(named), need: z.string().nullable(),
  dates: z.array(date), people: z.int(), venue: z.string(), audiences: z.array(named), language: z.enum(talkLanguages).nullable(), projector: z.boolean(), minors: z.boolean(), note: z.string().nullable(), submittedAt: instant, question: z.string().nullable(), answer: z.string().nullable(),
  reason: z.string().nullable().describe('why it was declined, given up or called off'), alternatives: z.string().nullable().describe('what helps where no lecturer was found'), urgent: z.boolean().describe('a lecturer stepped back: somebody else is looked for'),
  startsAt: instant.nullable().describe('once it is confirmed'), endsAt: instant.nullable(), activityId: id.nullable(), rateUrl: z.url().nullable().describe('where the audience rates'), rating: ordererRating.nullable().describe('by whoever ordered'), mayRate: z.boolean(), cancelFreeUntil: day.nullable().describe('the last day on which it can be called off without a mark'), messages: z.enum(orderMessages), version,
};
/** An order as whoever placed it sees it. The lecturer stands there once it is confirmed. */
export const ownOrder = z.object({ ...shared, phone: z.string().describe('masked'), lecturer: z.object({ name: z.string(), phone: z.string().nullable(), unit: z.string().nullable() }).nullable(), reviewDueOn: day, dispatchUntil: instant.nullable(), offersMade: z.int() }).meta({ id: 'OwnOrder' });
/** An order as whoever placed it sees it. */
export type OwnOrder = z.output<typeof ownOrder>;
/** The same with what it is found by, told this once. */
export const orderPlaced = ownOrder.extend({ code: z.string(), link: z.url() }).meta({ id: 'OrderPlaced' });
/** The same with what it is found by. */
export type OrderPlaced = z.output<typeof orderPlaced>;
/** A part of a score: its points of the most that it gives, and what can be said of it. */
export const lecturerScore = z.array(z.object({ part: z.enum(lecturerParts), points: z.number(), most: z.int(), reason: z.enum(lecturerReasons), params: z.record(z.string(), z.union([z.string(), z.number()])) }));
/** An offer as staff see it. Offers of one `bundleId` were made together for a trip and are answered together. */
export const orderOffer = z.object({
  id, bundleId: id, lecturer: named, unit: named.nullable(), talk: z.object({ id, title: z.string() }).nullable(), startsAt: instant, endsAt: instant, state: z.enum(orderOfferStates), stage: z.enum(orderStages), round: z.int(), score: z.number().nullable(), parts: lecturerScore,
  reason: z.string().nullable().describe('why somebody else than the first of the ranking'), offeredBy: z.string().nullable().describe('null: by the system, the next of the ranking'), offeredAt: instant, expiresAt: instant, answeredAt: instant.nullable(), answer: z.string().nullable(), version,
}).meta({ id: 'OrderOffer' });
/** An offer as staff see it. */
export type OrderOffer = z.output<typeof orderOffer>;
/** An order in a list of staff. */
export const orderRow = z.object({
  id, number: z.string(), state: z.enum(orderStates), county: place, township: place.nullable(), ordererKind: z.enum(ordererKinds), placeName: z.string(), unit: named.nullable(), way: z.enum(orderWays), wish: z.string().describe('titles of the talks, else names of topics, else own words'), people: z.int(), firstDay: day, startsAt: instant.nullable(), lecturer: named.nullable(),
  newContact: z.boolean(), toCall: z.boolean().describe('whoever ordered was not told of a change and is to be called'), urgent: z.boolean(), stage: z.enum(orderStages).nullable(), openOffers: z.int(), submittedAt: instant, dueAt: instant.nullable().describe('by when the next step is due: the review, the answer of the lecturer, the end of the search, the ratings'), late: z.boolean(), tripId: id.nullable(), activityId: id.nullable(), version,
}).meta({ id: 'OrderRow' });
/** An order in a list of staff. */
export type OrderRow = z.output<typeof orderRow>;
const lecturerRating = z.object({ prepared: z.int(), audience: z.int(), note: z.string().nullable(), at: instant });
const audienceRating = z.object({ count: z.int(), average: mean });
/** One order for staff. `may`: what the reader can do now. */
export const order = z.object({
  ...shared, id, unit: named.nullable(), way: z.enum(orderWays), phone: z.string().describe('masked'), newContact: z.boolean().describe('the first order of this number; accepting it confirms the contact'), toCall: z.boolean().describe('whoever ordered was not told of a change and is to be called'), news: z.array(z.object({ id, kind: z.enum(orderNewsKinds), state: z.enum(orderNewsStates), at: instant, endedAt: instant.nullable() })).describe('what whoever ordered was told, the newest first'), enteredBy: z.string().nullable(), reviewDueOn: day, reviewedBy: z.string().nullable(), reviewedAt: instant.nullable(),
  stage: z.enum(orderStages).nullable(), dispatchUntil: instant.nullable(), lecturer: named.nullable(), offers: z.array(orderOffer), lateCancel: z.boolean().describe('called off after the last free day'), cancelledBy: z.enum(['orderer', 'office', 'activity']).nullable(), activity: z.object({ id, title: z.string(), state: z.string() }).nullable(),
  trip: z.object({ id, orders: z.array(z.object({ id, number: z.string(), placeName: z.string(), state: z.enum(orderStates), startsAt: instant.nullable() })) }).nullable(),
  ratings: z.object({ lecturer: lecturerRating.nullable(), audience: audienceRating }), may: z.object({ review: z.boolean(), dispatch: z.boolean(), move: z.boolean(), cancel: z.boolean(), revise: z.boolean(), rate: z.boolean(), contact: z.boolean() }),
}).meta({ id: 'Order' });
/** One order for staff. */
export type Order = z.output<typeof order>;
/** Filters of the list. `waiting`: that the reader's office is to do something about. */
export const orderQuery = listQuery(['submittedAt', 'startsAt', 'placeName', 'dueAt'], {
  state: z.enum(orderStates).optional(), countyCode: divisionCode.optional(), unitId: id.optional(), talkId: id.optional(), lecturerId: id.optional(), tripId: id.optional(), from: day.optional(), to: day.optional(), waiting: flag.optional(), late: flag.optional(), urgent: flag.optional(), newContact: flag.optional(), toCall: flag.optional(),
});
/** The number in full. Each look is written down. */
export const orderContact = z.object({ name: z.string(), phone: z.string() }).meta({ id: 'OrderContact' });
/** What is asked before the order is accepted. */
export const orderQuestion = z.strictObject({ version, question: paragraph(lengths.note) }).meta({ id: 'OrderQuestion' });
/** No lecturer was found: why, and what helps instead. Without words the usual ones of the settings. */
export const orderGivingUp = z.strictObject({ version, reason: paragraph(lengths.note), alternatives: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'OrderGivingUp' });

/** For which date and talk lecturers are ranked; without them the first of each. `stage`: `city` looks beyond the county. */
export const orderCandidateQuery = z.strictObject({ dateId: id.optional(), talkId: id.optional(), stage: z.enum(orderStages).optional(), q: z.string().trim().max(lengths.q).optional() });
/** A lecturer as the ranking gives them: who may comes first, by points; `blocks` say why somebody may not. */
export const orderCandidate = z.object({
  lecturer: named, unit: named.nullable(), county: place, talk: z.object({ id, title: z.string() }).nullable().describe('of their own menu that fits best'), score: z.number(), parts: lecturerScore, blocks: z.array(z.object({ code: z.enum(lecturerBlocks), params: z.record(z.string(), z.union([z.string(), z.number()])) })), lastOrderOn: day.nullable(), ordersThisMonth: z.int(), offered: z.enum(orderOfferStates).nullable(),
}).meta({ id: 'OrderCandidate' });
/** A lecturer as the ranking gives them. */
export type OrderCandidate = z.output<typeof orderCandidate>;
/** The ranking for one date. */
export const orderCandidates = pageOf(orderCandidate).extend({ dateId: id, stage: z.enum(orderStages) }).meta({ id: 'OrderCandidates' });
/** An offer to a lecturer. Who is not the first of the ranking, or has a block, is chosen with a reason. `startsAt`: the agreed hour, on one of the dates; without it that of the date. */
export const orderOfferInput = z.strictObject({ version, lecturerId: id, dateId: id.nullable().default(null), startsAt: instant.nullable().default(null), talkId: id.nullable().default(null), reason: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'OrderOfferInput' });
/** Another time of an order that is confirmed: on one of its dates, or another time that both have agreed to. */
export const orderMove = z.strictObject({ version, startsAt: instant, reason: paragraph(lengths.note) }).meta({ id: 'OrderMove' });
/** Orders of one county that one lecturer visits on one trip, each at its own hour. */
export const orderTripInput = z.strictObject({ orders: z.array(z.strictObject({ id, version, startsAt: instant })).min(2).max(MOST_TRIP_ORDERS) }).meta({ id: 'OrderTripInput' });
/** Orders that could go on a trip with this one: the same county, a date in common, a topic in common. */
export const tripPartners = pageOf(z.object({ id, number: z.string(), placeName: z.string(), township: place.nullable(), days: z.array(day), wish: z.string(), people: z.int(), version })).meta({ id: 'TripPartners' });
/** Orders that could go on a trip with this one. */
export type TripPartners = z.output<typeof tripPartners>;

/** An offer as the lecturer sees it. Without the phone until it is confirmed, and then by a look of its own. */
export const myOrderOffer = z.object({
  id, state: z.enum(orderOfferStates), expiresAt: instant, offeredAt: instant, answeredAt: instant.nullable(), version,
  visits: z.array(z.object({ orderId: id, number: z.string(), state: z.enum(orderStates), county: place, township: place.nullable(), placeName: z.string(), contactName: z.string().nullable().describe('once it is confirmed'), venue: z.string(), startsAt: instant, endsAt: instant, people: z.int(), activityId: id.nullable(), version: version.describe('of what was offered for it, for a rating'), mayRate: z.boolean(), rating: lecturerRating.nullable() })).describe('one, or those of a trip'),
  talk: z.object({ id, title: z.string() }).nullable(), topics: z.array(named), need: z.string().nullable(), audiences: z.array(named), language: z.enum(talkLanguages).nullable(), projector: z.boolean(), minors: z.boolean(), note: z.string().nullable(),
  mayAnswer: z.boolean(), mayStepBack: z.boolean(),
}).meta({ id: 'MyOrderOffer' });
/** An offer as the lecturer sees it. */
export type MyOrderOffer = z.output<typeof myOrderOffer>;
/** The own offers, those to be answered first. */
export const myOrderOffers = pageOf(myOrderOffer);
/** No, with a word why where there is one. */
export const orderOfferRefusal = z.strictObject({ version, reason: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'OrderOfferRefusal' });

/** Three questions to whoever ordered, 1 to 5, and how many came. */
export const ordererRatingInput = z.strictObject({ version, content: grade.describe('content'), manner: grade.describe('way of speaking'), again: grade.describe('would order again'), people: z.int().min(0).max(MOST_ORDER_PEOPLE), note: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'OrdererRatingInput' });
/** The same by number and code. */
export const ownOrdererRatingInput = z.strictObject({ key: orderKey, ...ordererRatingInput.shape }).meta({ id: 'OwnOrdererRatingInput' });
/** Two questions to the lecturer, 1 to 5. */
export const lecturerRatingInput = z.strictObject({ version, prepared: grade.describe('how well it was prepared'), audience: grade.describe('how the audience took part'), note: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'LecturerRatingInput' });
/** The audience's word: one grade. Once for each phone. */
export const audienceRatingInput = z.strictObject({ grade, note: line(lengths.remark).nullable().default(null) }).meta({ id: 'AudienceRatingInput' });
/** What an audience rates. */
export const ratingPage = z.object({ title: z.string(), placeName: z.string(), day, open: z.boolean().describe('from its beginning until seven days after'), given: z.boolean().describe('this phone has rated') }).meta({ id: 'RatingPage' });
/** What an audience rates. */
export type RatingPage = z.output<typeof ratingPage>;
/** Ratings of a talk, internal: for who keeps its pool. */
export const talkRatings = z.object({ orders: z.int(), orderer: z.object({ count: z.int(), content: mean, manner: mean, again: mean }), audience: audienceRating, notes: z.array(z.object({ by: z.enum(orderRaters), note: z.string(), at: instant })) }).meta({ id: 'TalkRatings' });
/** Ratings of a talk. */
export type TalkRatings = z.output<typeof talkRatings>;

/** What the page of an order finds by name or by the initials of its pinyin: townships, villages, communities, schools. */
export const orderPlaceQuery = z.strictObject({ q: z.string().trim().min(1).max(lengths.q), countyCode: divisionCode.optional() });
/** A place that can be chosen. */
export const orderPlace = z.object({ name: z.string(), kind: z.enum(['township', ...ordererKinds]), county: place, township: place.nullable() }).meta({ id: 'OrderPlace' });
/** A place that can be chosen. */
export type OrderPlace = z.output<typeof orderPlace>;
/** At most twelve. */
export const orderPlaces = pageOf(orderPlace).meta({ id: 'OrderPlaces' });

const settings = {
  leadDays: z.int().min(1).max(60).describe('days between the order and its first date at least'), reviewWorkdays: z.int().min(1).max(10), offerHours: z.int().min(6).max(168), urgentOfferHours: z.int().min(2).max(72), countyRounds: z.int().min(0).max(10).describe('offers in the county before the city is asked'),
  dispatchDays: z.int().min(2).max(60).describe('days until nobody is found'), cancelDays: z.int().min(0).max(14), monthlyCap: z.int().min(1).max(31).describe('orders that one lecturer takes in a month'), closeDays: z.int().min(1).max(60).describe('days after the close until an order without ratings is closed'), alternatives: paragraph(lengths.note).describe('told where no lecturer was found'),
};
/** What holds for orders of the whole city. */
export const orderSettings = z.object({ ...settings, changedAt: instant.nullable(), changedBy: z.string().nullable(), mayWrite: z.boolean(), version }).meta({ id: 'OrderSettings' });
/** What holds for orders. */
export type OrderSettings = z.output<typeof orderSettings>;
/** Other settings; what runs already keeps its deadlines. */
export const orderSettingsChange = z.strictObject({ version, ...z.object(settings).partial().shape }).meta({ id: 'OrderSettingsChange' });
