export { VolunteerEntity, VolunteerTopicEntity } from './volunteer.entity.js';
export { VolunteerDirectory, type ProfileFacts, type VolunteerBrief } from './volunteer-directory.js';
export { VolunteersModule } from './volunteers.module.js';
