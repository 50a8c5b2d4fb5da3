import { z } from 'zod';
import { pageOf } from '../paging.js';
import { decision, reasonedDecision } from '../plans/schemas.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as o from './schemas.js';

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const wishes = ['reference.not_found', 'order.too_soon', 'order.talk_gone'] as const;
const byKey = ['rate.limited', 'order.unknown'] as const;
const byCode = z.strictObject({ code: o.ratingCode });

/** 点单: what anybody may do who orders, and who listens. */
export const orderRoutes = {
  listOrderPlaces: defineRoute('listOrderPlaces', { summary: 'Find the township, village, community or school that orders', access: 'public', query: o.orderPlaceQuery, response: o.orderPlaces, errors: ['rate.limited'] }),
  // Not repeatable: an answer that is kept to be repeated must not hold a code.
  createOrder: defineRoute('createOrder', { summary: 'Order a talk; no account is needed', access: 'public', body: o.orderInput, response: o.orderPlaced, status: 201, errors: ['rate.limited', 'auth.phone_proof_required', 'auth.code_wrong', 'order.too_many', ...wishes] }),
  lookUpOrder: defineRoute('lookUpOrder', { summary: 'How an order stands', access: 'public', body: o.orderKey, response: o.ownOrder, errors: byKey }),
  reviseOwnOrder: defineRoute('reviseOwnOrder', { summary: 'Change the wish, and answer what the county asked', access: 'public', body: o.ownOrderRevision, response: o.ownOrder, errors: [...byKey, ...steps, ...wishes] }),
  cancelOwnOrder: defineRoute('cancelOwnOrder', { summary: 'Call an order off', access: 'public', body: o.ownOrderCancellation, response: o.ownOrder, errors: [...byKey, ...steps, 'shift.settled'] }),
  rateOwnOrder: defineRoute('rateOwnOrder', { summary: 'Say how it was, and how many came', access: 'public', body: o.ownOrdererRatingInput, response: o.ownOrder, errors: [...byKey, ...steps, 'order.not_over', 'order.rated'] }),
  setOwnOrderMessages: defineRoute('setOwnOrderMessages', { summary: 'Stop text messages about an order, or have them again', access: 'public', body: o.ownOrderMessages, response: o.ownOrder, errors: byKey }),
  getRatingPage: defineRoute('getRatingPage', { summary: 'What an audience rates', access: 'public', params: byCode, response: o.ratingPage, errors: ['rate.limited', 'order.rating_unknown'] }),
  rateAsAudience: defineRoute('rateAsAudience', { summary: 'The word of somebody in the audience, once for each phone', access: 'public', params: byCode, body: o.audienceRatingInput, response: o.ratingPage, status: 201, errors: ['rate.limited', 'order.rating_unknown', 'order.rating_closed', 'order.rated'] }),
} as const;

/** 派单: what staff do. */
export const orderDeskRoutes = {
  listOrders: defineRoute('listOrders', { summary: 'Orders in reach', access: 'order:read', query: o.orderQuery, response: pageOf(o.orderRow) }),
  // Not repeatable: see above.
  createOrderOnBehalf: defineRoute('createOrderOnBehalf', { summary: 'Order for whoever asked by phone, or for the own unit', access: 'order:place', body: o.orderOnBehalfInput, response: o.orderPlaced, status: 201, errors: wishes }),
  getOrder: defineRoute('getOrder', { summary: 'One order', access: 'order:read', params: byId, response: o.order }),
  getOrderHistory: defineRoute('getOrderHistory', { summary: 'What happened to an order', access: 'order:read', params: byId, response: pageOf(historyEntry) }),
  revealOrderContact: defineRoute('revealOrderContact', { summary: 'See whom to call', access: 'order:write', params: byId, response: o.orderContact }),
  noteOrdererTold: defineRoute('noteOrdererTold', { summary: 'Note that whoever ordered was told by phone', access: 'order:write', params: byId, response: o.order }),
  reviseOrder: defineRoute('reviseOrder', { summary: 'Change the wish for whoever ordered', access: 'order:place', params: byId, body: o.orderRevision, response: o.order, errors: [...steps, ...wishes] }),
  askOrderer: defineRoute('askOrderer', { summary: 'Ask back before it is accepted', access: 'order:write', params: byId, body: o.orderQuestion, response: o.order, errors: steps }),
  acceptOrder: defineRoute('acceptOrder', { summary: 'Accept an order; the first of the ranking is asked', access: 'order:write', params: byId, body: decision, response: o.order, errors: [...steps, 'order.too_soon'] }),
  declineOrder: defineRoute('declineOrder', { summary: 'Decline an order, with the reason', access: 'order:write', params: byId, body: reasonedDecision, response: o.order, errors: steps }),
  listOrderCandidates: defineRoute('listOrderCandidates', { summary: 'Lecturers ranked, with what counts for each', access: 'order:write', params: byId, query: o.orderCandidateQuery, response: o.orderCandidates, errors: ['lifecycle.not_allowed', 'reference.not_found'] }),
  createOrderOffer: defineRoute('createOrderOffer', { summary: 'Ask a lecturer', access: 'order:write', params: byId, body: o.orderOfferInput, response: o.order, status: 201, errors: [...steps, 'reference.not_found', 'order.reason_needed', 'order.time_over', 'order.offered'] }),
  withdrawOrderOffer: defineRoute('withdrawOrderOffer', { summary: 'Take an offer back', access: 'order:write', params: byId, body: reasonedDecision, response: o.order, errors: steps }),
  giveUpOrder: defineRoute('giveUpOrder', { summary: 'No lecturer was found', access: 'order:write', params: byId, body: o.orderGivingUp, response: o.order, errors: [...steps, 'shift.settled'] }),
  moveOrder: defineRoute('moveOrder', { summary: 'Another time, such as after rain; its activity moves along', access: 'order:write', params: byId, body: o.orderMove, response: o.order, errors: [...steps, 'order.time_over', 'shift.settled'] }),
  replaceOrderLecturer: defineRoute('replaceOrderLecturer', { summary: 'The lecturer cannot come: look for another, urgently', access: 'order:write', params: byId, body: reasonedDecision, response: o.order, errors: [...steps, 'order.time_over'] }),
  cancelOrder: defineRoute('cancelOrder', { summary: 'Call an order off, and its activity', access: 'order:place', params: byId, body: reasonedDecision, response: o.order, errors: [...steps, 'shift.settled'] }),
  rateOrder: defineRoute('rateOrder', { summary: 'Note how it was, for whoever ordered', access: 'order:place', params: byId, body: o.ordererRatingInput, response: o.order, errors: [...steps, 'order.not_over', 'order.rated'] }),
  listTripPartners: defineRoute('listTripPartners', { summary: 'Orders that could go on one trip with this one', access: 'order:write', params: byId, response: o.tripPartners }),
  createOrderTrip: defineRoute('createOrderTrip', { summary: 'Join orders of neighbours into one trip', access: 'order:write', body: o.orderTripInput, response: o.order, status: 201, errors: [...steps, 'reference.not_found', 'order.trip_unfit', 'order.trip_hours', 'order.time_over'] }),
  dissolveOrderTrip: defineRoute('dissolveOrderTrip', { summary: 'Take a trip apart; open offers of it are taken back', access: 'order:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
  getOrderSettings: defineRoute('getOrderSettings', { summary: 'Deadlines and rounds of orders', access: 'order:read', response: o.orderSettings }),
  updateOrderSettings: defineRoute('updateOrderSettings', { summary: 'Change deadlines and rounds', access: 'order:write', body: o.orderSettingsChange, response: o.orderSettings, errors: ['version.stale'] }),
  getTalkRatings: defineRoute('getTalkRatings', { summary: 'How a talk was rated, for who keeps its pool', access: 'order:read', params: byId, response: o.talkRatings }),
} as const;

/** 接单: what a lecturer does. */
export const orderOfferRoutes = {
  listMyOrderOffers: defineRoute('listMyOrderOffers', { summary: 'Own offers and orders', access: 'signed-in', response: o.myOrderOffers }),
  acceptMyOrderOffer: defineRoute('acceptMyOrderOffer', { summary: 'Say yes: the activity is made and published', access: 'signed-in', params: byId, body: decision, response: o.myOrderOffer, errors: [...steps, 'order.taken', 'order.offer_over', 'order.time_over', 'signup.overlap', 'signup.not_eligible', 'volunteer.required'] }),
  declineMyOrderOffer: defineRoute('declineMyOrderOffer', { summary: 'Say no: the next is asked', access: 'signed-in', params: byId, body: o.orderOfferRefusal, response: o.myOrderOffer, errors: steps }),
  stepBackFromOrder: defineRoute('stepBackFromOrder', { summary: 'Step back from what was accepted; another lecturer is looked for at once', access: 'signed-in', params: byId, body: reasonedDecision, response: o.myOrderOffer, errors: [...steps, 'order.time_over'] }),
  revealMyOrderContact: defineRoute('revealMyOrderContact', { summary: 'Whom to call about an order that is confirmed, by its id', access: 'signed-in', params: byId, response: o.orderContact, errors: ['lifecycle.not_allowed'] }),
  rateMyOrder: defineRoute('rateMyOrder', { summary: 'Say how it was, as the lecturer', access: 'signed-in', params: byId, body: o.lecturerRatingInput, response: o.myOrderOffer, errors: [...steps, 'order.not_over', 'order.rated'] }),
} as const;

const pdf = 'application/pdf';
/** What is printed of an order that is confirmed: the poster, and the letter that asks a lecturer's employer for the day (商请函). */
export const orderPaperRoutes = {
  getOwnOrderPoster: defineRoute('getOwnOrderPoster', { summary: 'The poster, for whoever ordered', access: 'public', body: o.orderKey, file: pdf, errors: [...byKey, 'lifecycle.not_allowed'] }),
  getOrderPoster: defineRoute('getOrderPoster', { summary: 'The poster', access: 'order:read', params: byId, file: pdf, errors: ['lifecycle.not_allowed'] }),
  getOrderRequestLetter: defineRoute('getOrderRequestLetter', { summary: 'The letter to the lecturer’s employer', access: 'order:read', params: byId, file: pdf, errors: ['lifecycle.not_allowed'] }),
  getMyOrderRequestLetter: defineRoute('getMyOrderRequestLetter', { summary: 'The letter to the own employer', access: 'signed-in', params: byId, file: pdf, errors: ['lifecycle.not_allowed'] }),
} as const;
