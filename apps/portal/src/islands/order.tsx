import { attachOrdering } from '../talks/ordering.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('order')) attachOrdering(root, browserOf(root));
