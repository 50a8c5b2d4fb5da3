import { attachOrderStatus } from '../talks/order-status.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('order-status')) attachOrderStatus(root, { ...browserOf(root), search: location.search, hash: location.hash });
