export { ServiceRecordEntity } from './service-record.entity.js';
export { RecordsModule } from './records.module.js';
export { ServiceFacts, type ServedFacts } from './service-facts.js';
