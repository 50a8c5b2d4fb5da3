export { Readiness } from './readiness.js';
export { SystemModule } from './system.module.js';
