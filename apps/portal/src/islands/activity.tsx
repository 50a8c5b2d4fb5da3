import { attachCopy } from '../activities/copying.js';
import { attachSignups } from '../activities/signing-up.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('activity')) {
  const browser = browserOf(root);
  attachCopy(root, browser.words);
  attachSignups(root, browser);
}
