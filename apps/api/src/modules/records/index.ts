export { ServiceRecordEntity } from './service-record.entity.js';
