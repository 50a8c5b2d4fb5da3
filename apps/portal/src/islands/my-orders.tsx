import { attachMyOrders } from '../talks/my-orders.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('my-orders')) void attachMyOrders(root, browserOf(root));
