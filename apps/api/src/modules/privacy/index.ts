export { AccountClosureEntity } from './account-closure.entity.js';
export { Closing } from './closing.service.js';
export { DataAccessEntity } from './data-access.entity.js';
export { DataAccessLog } from './data-access-log.js';
export { MinorRecordRequestEntity } from './minor-record-request.entity.js';
export { PrivacyModule } from './privacy.module.js';
