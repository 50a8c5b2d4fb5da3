import { attachRegistration } from '../register/registering.js';
import { browserOf, islandsOf } from './browser.js';

for (const form of islandsOf('register')) if (form instanceof HTMLFormElement) attachRegistration(form, { ...browserOf(form), search: location.search });
