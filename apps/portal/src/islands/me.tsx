import { attachMe } from '../account/me/me.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('me')) void attachMe(root, { ...browserOf(root), hash: location.hash });
