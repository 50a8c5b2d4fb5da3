import { Controller } from '@nestjs/common';
import { dictionaryRoutes as routes, type Page, type Programme, type ProgrammeMapping, type ProgrammeSet, type Term, type ThemeDay, type Workday } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { ProgrammesService } from './programmes.service.js';
import { TermsService } from './terms.service.js';
import { ThemeDaysService } from './theme-days.service.js';
import { WorkdaysService } from './workdays.service.js';

/** What the office keeps lists of. */
@Controller()
export class DictionariesController {
  constructor(private readonly terms: TermsService, private readonly programmes: ProgrammesService, private readonly themeDays: ThemeDaysService, private readonly workdays: WorkdaysService) {}

  @ContractRoute(routes.listTerms)
  listTerms(@CurrentActor() actor: PersonActor, @Input(routes.listTerms) input: Given<typeof routes.listTerms>): Promise<Page<Term>> { return this.terms.list(actor, input.query); }

  @ContractRoute(routes.createTerm)
  createTerm(@CurrentActor() actor: PersonActor, @Input(routes.createTerm) input: Given<typeof routes.createTerm>): Promise<Term> { return this.terms.create(actor, input.body); }

  @ContractRoute(routes.getTerm)
  getTerm(@CurrentActor() actor: PersonActor, @Input(routes.getTerm) input: Given<typeof routes.getTerm>): Promise<Term> { return this.terms.get(actor, input.params.id); }

  @ContractRoute(routes.updateTerm)
  updateTerm(@CurrentActor() actor: PersonActor, @Input(routes.updateTerm) input: Given<typeof routes.updateTerm>): Promise<Term> { return this.terms.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.closeTerm)
  closeTerm(@CurrentActor() actor: PersonActor, @Input(routes.closeTerm) input: Given<typeof routes.closeTerm>): Promise<Term> { return this.terms.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.mergeTerm)
  mergeTerm(@CurrentActor() actor: PersonActor, @Input(routes.mergeTerm) input: Given<typeof routes.mergeTerm>): Promise<Term> { return this.terms.merge(actor, input.params.id, input.body); }

  @ContractRoute(routes.listProgrammeSets)
  listProgrammeSets(@CurrentActor() actor: PersonActor): Promise<Page<ProgrammeSet>> { return this.programmes.listSets(actor); }

  @ContractRoute(routes.createProgrammeSet)
  createProgrammeSet(@CurrentActor() actor: PersonActor, @Input(routes.createProgrammeSet) input: Given<typeof routes.createProgrammeSet>): Promise<ProgrammeSet> { return this.programmes.createSet(actor, input.body); }

  @ContractRoute(routes.listProgrammes)
  listProgrammes(@CurrentActor() actor: PersonActor, @Input(routes.listProgrammes) input: Given<typeof routes.listProgrammes>): Promise<Page<Programme>> { return this.programmes.list(actor, input.query); }

  @ContractRoute(routes.createProgramme)
  createProgramme(@CurrentActor() actor: PersonActor, @Input(routes.createProgramme) input: Given<typeof routes.createProgramme>): Promise<Programme> { return this.programmes.create(actor, input.body); }

  @ContractRoute(routes.getProgramme)
  getProgramme(@CurrentActor() actor: PersonActor, @Input(routes.getProgramme) input: Given<typeof routes.getProgramme>): Promise<Programme> { return this.programmes.get(actor, input.params.id); }

  @ContractRoute(routes.updateProgramme)
  updateProgramme(@CurrentActor() actor: PersonActor, @Input(routes.updateProgramme) input: Given<typeof routes.updateProgramme>): Promise<Programme> { return this.programmes.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.closeProgramme)
  closeProgramme(@CurrentActor() actor: PersonActor, @Input(routes.closeProgramme) input: Given<typeof routes.closeProgramme>): Promise<Programme> { return this.programmes.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.mergeProgramme)
  mergeProgramme(@CurrentActor() actor: PersonActor, @Input(routes.mergeProgramme) input: Given<typeof routes.mergeProgramme>): Promise<Programme> { return this.programmes.merge(actor, input.params.id, input.body); }

  @ContractRoute(routes.listProgrammeMappings)
  listProgrammeMappings(@CurrentActor() actor: PersonActor, @Input(routes.listProgrammeMappings) input: Given<typeof routes.listProgrammeMappings>): Promise<Page<ProgrammeMapping>> { return this.programmes.mappings(actor, input.query); }

  @ContractRoute(routes.mapProgramme)
  mapProgramme(@CurrentActor() actor: PersonActor, @Input(routes.mapProgramme) input: Given<typeof routes.mapProgramme>): Promise<ProgrammeMapping> { return this.programmes.map(actor, input.params.id, input.body); }

  @ContractRoute(routes.listThemeDays)
  listThemeDays(@CurrentActor() actor: PersonActor, @Input(routes.listThemeDays) input: Given<typeof routes.listThemeDays>): Promise<Page<ThemeDay>> { return this.themeDays.list(actor, input.query); }

  @ContractRoute(routes.createThemeDay)
  createThemeDay(@CurrentActor() actor: PersonActor, @Input(routes.createThemeDay) input: Given<typeof routes.createThemeDay>): Promise<ThemeDay> { return this.themeDays.create(actor, input.body); }

  @ContractRoute(routes.getThemeDay)
  getThemeDay(@CurrentActor() actor: PersonActor, @Input(routes.getThemeDay) input: Given<typeof routes.getThemeDay>): Promise<ThemeDay> { return this.themeDays.get(actor, input.params.id); }

  @ContractRoute(routes.updateThemeDay)
  updateThemeDay(@CurrentActor() actor: PersonActor, @Input(routes.updateThemeDay) input: Given<typeof routes.updateThemeDay>): Promise<ThemeDay> { return this.themeDays.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.closeThemeDay)
  closeThemeDay(@CurrentActor() actor: PersonActor, @Input(routes.closeThemeDay) input: Given<typeof routes.closeThemeDay>): Promise<ThemeDay> { return this.themeDays.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.listWorkdays)
  listWorkdays(@CurrentActor() actor: PersonActor, @Input(routes.listWorkdays) input: Given<typeof routes.listWorkdays>): Promise<Page<Workday> & { years: number[] }> { return this.workdays.list(actor, input.query); }

  @ContractRoute(routes.createWorkday)
  createWorkday(@CurrentActor() actor: PersonActor, @Input(routes.createWorkday) input: Given<typeof routes.createWorkday>): Promise<Workday> { return this.workdays.create(actor, input.body); }

  @ContractRoute(routes.deleteWorkday)
  deleteWorkday(@CurrentActor() actor: PersonActor, @Input(routes.deleteWorkday) input: Given<typeof routes.deleteWorkday>): Promise<{ done: true }> { return this.workdays.remove(actor, input.params.id); }
}
