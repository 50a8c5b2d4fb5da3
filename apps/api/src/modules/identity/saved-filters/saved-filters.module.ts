import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module.js';
import { SavedFilterPersonData } from './saved-filter-person-data.repository.js';
import { SavedFiltersController } from './saved-filters.controller.js';
import { SavedFiltersRepository } from './saved-filters.repository.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** Filters that people keep. */
@Module({ imports: [IdentityModule], controllers: [SavedFiltersController], providers: [SavedFilterPersonData, SavedFiltersRepository, SavedFiltersService] })
export class SavedFiltersModule {}
