import { attachCheckIn } from '../account/checking-in.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('check-in')) void attachCheckIn(root, { ...browserOf(root), search: location.search, dropCode: () => history.replaceState(null, '', location.pathname) });
// A change of display comes back to this address with its code.
for (const back of document.querySelectorAll<HTMLInputElement>('input[name="back"]')) back.value = `${location.pathname}${location.search}`;
