import { attachRating } from '../talks/rating.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('rate')) void attachRating(root, browserOf(root));
