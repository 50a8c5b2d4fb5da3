export { Enrolment, type NewVolunteer } from './enrolment.service.js';
export { RosterEntryEntity, RosterImportEntity, RosterRowEntity } from './roster.entity.js';
export { ServiceCounter, type ServiceCount } from './service-counter.js';
export { VolunteerLists } from './volunteer-lists.service.js';
export { VolunteerDirectory, type ProfileFacts, type VolunteerBrief } from './volunteer-directory.js';
export { VolunteerEntity, VolunteerTopicEntity } from './volunteer.entity.js';
export { VolunteerPersonData } from './volunteer-person-data.repository.js';
export { VolunteersModule } from './volunteers.module.js';
export { VolunteersService } from './volunteers.service.js';
