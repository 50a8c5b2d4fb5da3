import { OrderDateEntity, OrderEntity, OrderTalkEntity, OrderTermEntity, OrderTripEntity } from './order.entity.js';
import { OrderOfferEntity, OrderRatingEntity, OrderSettingsEntity } from './order-parts.entity.js';

/** Every table of orders. */
export const orderEntities = [OrderEntity, OrderDateEntity, OrderTalkEntity, OrderTermEntity, OrderTripEntity, OrderOfferEntity, OrderRatingEntity, OrderSettingsEntity] as const;
