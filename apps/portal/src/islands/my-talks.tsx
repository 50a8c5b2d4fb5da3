import { attachMyTalks } from '../talks/my-talks.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('my-talks')) void attachMyTalks(root, browserOf(root));
