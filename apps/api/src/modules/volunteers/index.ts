export { VolunteerEntity, VolunteerTopicEntity } from './volunteer.entity.js';
