export { inProcessFetch } from './in-process-fetch.js';
export { adminPolicy, apiPolicy } from './security-headers.js';
export { registerWeb, type WebOptions } from './web.js';
