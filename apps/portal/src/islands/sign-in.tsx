import { attachLink, attachRecovery, attachSecond } from '../account/arriving.js';
import { attachSignIn } from '../account/signing-in.js';
import { browserOf, islandsOf } from './browser.js';

const arrivalOf = (root: HTMLElement) => ({ ...browserOf(root), search: location.search });
for (const root of islandsOf('sign-in')) attachSignIn(root, arrivalOf(root));
for (const root of islandsOf('second')) void attachSecond(root, arrivalOf(root));
for (const root of islandsOf('recover')) attachRecovery(root, arrivalOf(root));
for (const root of islandsOf('link')) attachLink(root, arrivalOf(root), location.hash, () => history.replaceState(null, '', location.pathname));
