import { attachGuardian } from '../family/confirming.js';
import { browserOf, islandsOf, tabMemory } from './browser.js';

// The token leaves the address at once, and waits in this tab while somebody signs in.
const kept = tabMemory('kepu.guardian');
if (location.hash.length > 1) {
  kept.keep(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
}
for (const root of islandsOf('guardian')) attachGuardian(root, { ...browserOf(root), token: kept.read(), forget: kept.forget });
