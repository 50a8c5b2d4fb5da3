export { orderEntities } from './order-entities.js';
export { MyOrderOffers } from './my-order-offers.service.js';
export { OrderPages } from './order-pages.service.js';
export { OrdersModule } from './orders.module.js';
export { OwnOrders } from './own-orders.service.js';
export { ordersWithin } from './order.policy.js';
