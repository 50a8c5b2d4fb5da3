export { ServiceCertificateEntity } from './certificates/service-certificate.entity.js';
export { ServiceRecordEntity } from './service-record.entity.js';
export { HoursService } from './hours.service.js';
export { RecordsModule } from './records.module.js';
export { RecordsService } from './records.service.js';
export { nothingServed, ServiceFacts, type ServedFacts } from './service-facts.js';
