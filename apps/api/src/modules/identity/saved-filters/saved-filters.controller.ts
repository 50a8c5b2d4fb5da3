import { Controller } from '@nestjs/common';
import { savedFilterRoutes as routes, type Page, type SavedFilter } from '@kepu/contracts';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** Own kept filters. */
@Controller()
export class SavedFiltersController {
  constructor(private readonly filters: SavedFiltersService) {}

  @ContractRoute(routes.listSavedFilters)
  listSavedFilters(@CurrentActor() actor: PersonActor, @Input(routes.listSavedFilters) input: Given<typeof routes.listSavedFilters>): Promise<Page<SavedFilter>> { return this.filters.list(actor, input.query.list); }

  @ContractRoute(routes.saveFilter)
  saveFilter(@CurrentActor() actor: PersonActor, @Input(routes.saveFilter) input: Given<typeof routes.saveFilter>): Promise<SavedFilter> { return this.filters.save(actor, input.body); }

  @ContractRoute(routes.deleteSavedFilter)
  deleteSavedFilter(@CurrentActor() actor: PersonActor, @Input(routes.deleteSavedFilter) input: Given<typeof routes.deleteSavedFilter>): Promise<{ done: true }> { return this.filters.remove(actor, input.params.id); }
}
