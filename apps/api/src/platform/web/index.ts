export { inProcessFetch } from './in-process-fetch.js';
export { adminPolicy, apiPolicy, securityHeaders } from './security-headers.js';
export { registerWeb, type WebOptions } from './web.js';
