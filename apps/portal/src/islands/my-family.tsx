import { attachMyFamily } from '../family/my-family.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('my-family')) void attachMyFamily(root, browserOf(root));
