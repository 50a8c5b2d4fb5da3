import { attachSignIn } from '../account/signing-in.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('sign-in')) attachSignIn(root, { ...browserOf(root), search: location.search });
