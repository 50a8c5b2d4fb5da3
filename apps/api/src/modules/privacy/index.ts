export { AccountClosureEntity } from './account-closure.entity.js';
export { DataAccessEntity } from './data-access.entity.js';
export { MinorRecordRequestEntity } from './minor-record-request.entity.js';
export { PrivacyModule } from './privacy.module.js';
