export { DataAccessEntity } from './data-access.entity.js';
export { PrivacyModule } from './privacy.module.js';
