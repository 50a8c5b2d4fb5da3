import { attachFamily } from '../family/entering.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('family')) attachFamily(root, browserOf(root));
