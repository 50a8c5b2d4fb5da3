import { attachRealName } from '../account/real-name/real-name.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('realName')) void attachRealName(root, browserOf(root));
