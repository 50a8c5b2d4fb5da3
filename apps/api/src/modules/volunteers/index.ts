export { ServiceCounter, type ServiceCount } from './service-counter.js';
export { VolunteerEntity, VolunteerTopicEntity } from './volunteer.entity.js';
