import { attachSecurity } from '../account/security/security.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('security')) void attachSecurity(root, browserOf(root));
