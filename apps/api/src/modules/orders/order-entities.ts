import { OrderDateEntity, OrderEntity, OrderTalkEntity, OrderTermEntity, OrderTripEntity } from './order.entity.js';
import { OrderNewsEntity, OrderOfferEntity, OrderRatingEntity, OrderSettingsEntity } from './order-parts.entity.js';

/** Every table of orders. */
export const orderEntities = [OrderEntity, OrderDateEntity, OrderTalkEntity, OrderTermEntity, OrderTripEntity, OrderOfferEntity, OrderRatingEntity, OrderNewsEntity, OrderSettingsEntity] as const;
