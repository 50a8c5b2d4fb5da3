import { Controller, Headers, Res, StreamableFile } from '@nestjs/common';
import { classRoutes as routes, type ClassScan, type ClassSignupResult, type GuardianRequested, type Page, type Pupil, type PupilClass, type SlipConsent } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../platform/http/contract-route.js';
import type { Upload } from '../../platform/http/upload.js';
import { ClassScans } from './class-scans.service.js';
import { ClassSignups } from './class-signups.service.js';
import { Classes } from './classes.service.js';
import { Pupils } from './pupils.service.js';

/** Classes, their rolls, their slips, and where they go. */
@Controller()
export class ClassesController {
  constructor(private readonly classes: Classes, private readonly pupils: Pupils, private readonly scans: ClassScans, private readonly signups: ClassSignups) {}

  @ContractRoute(routes.listClasses)
  listClasses(@CurrentActor() actor: PersonActor, @Input(routes.listClasses) input: Given<typeof routes.listClasses>): Promise<Page<PupilClass>> { return this.classes.list(actor, input.query); }

  @ContractRoute(routes.createClass)
  createClass(@CurrentActor() actor: PersonActor, @Input(routes.createClass) input: Given<typeof routes.createClass>): Promise<PupilClass> { return this.classes.create(actor, input.body); }

  @ContractRoute(routes.getClass)
  getClass(@CurrentActor() actor: PersonActor, @Input(routes.getClass) input: Given<typeof routes.getClass>): Promise<PupilClass> { return this.classes.get(actor, input.params.id); }

  @ContractRoute(routes.updateClass)
  updateClass(@CurrentActor() actor: PersonActor, @Input(routes.updateClass) input: Given<typeof routes.updateClass>): Promise<PupilClass> { return this.classes.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.archiveClass)
  archiveClass(@CurrentActor() actor: PersonActor, @Input(routes.archiveClass) input: Given<typeof routes.archiveClass>): Promise<PupilClass> { return this.classes.archive(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.listPupils)
  listPupils(@CurrentActor() actor: PersonActor, @Input(routes.listPupils) input: Given<typeof routes.listPupils>): Promise<Page<Pupil>> { return this.pupils.list(actor, input.params.id); }

  @ContractRoute(routes.addPupils)
  addPupils(@CurrentActor() actor: PersonActor, @Input(routes.addPupils) input: Given<typeof routes.addPupils>): Promise<Page<Pupil>> { return this.pupils.add(actor, input.params.id, input.body); }

  @ContractRoute(routes.removePupil)
  removePupil(@CurrentActor() actor: PersonActor, @Input(routes.removePupil) input: Given<typeof routes.removePupil>): Promise<{ done: true }> { return this.pupils.remove(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.setPupilSlip)
  setPupilSlip(@CurrentActor() actor: PersonActor, @Input(routes.setPupilSlip) input: Given<typeof routes.setPupilSlip>): Promise<Pupil> { return this.pupils.setSlip(actor, input.params.id, input.body); }

  @ContractRoute(routes.confirmPupil)
  confirmPupil(@CurrentActor() actor: PersonActor, @Input(routes.confirmPupil) input: Given<typeof routes.confirmPupil>): Promise<Pupil> { return this.pupils.confirm(actor, input.params.id, input.body); }

  @ContractRoute(routes.createPupilLink)
  createPupilLink(@CurrentActor() actor: PersonActor, @Input(routes.createPupilLink) input: Given<typeof routes.createPupilLink>): Promise<GuardianRequested> { return this.pupils.link(actor, input.params.id); }

  @ContractRoute(routes.deletePupil)
  deletePupil(@CurrentActor() actor: PersonActor, @Input(routes.deletePupil) input: Given<typeof routes.deletePupil>): Promise<{ done: true }> { return this.pupils.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.listClassScans)
  listClassScans(@CurrentActor() actor: PersonActor, @Input(routes.listClassScans) input: Given<typeof routes.listClassScans>): Promise<Page<ClassScan>> { return this.scans.list(actor, input.params.id); }

  @ContractRoute(routes.createClassScan)
  createClassScan(@CurrentActor() actor: PersonActor, @Input(routes.createClassScan) input: Given<typeof routes.createClassScan>, @UploadedFile(routes.createClassScan) upload: Upload): Promise<ClassScan> { return this.scans.create(actor, input.params.id, upload); }

  @ContractRoute(routes.getClassScan)
  async getClassScan(@CurrentActor() actor: PersonActor, @Input(routes.getClassScan) input: Given<typeof routes.getClassScan>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const file = await this.scans.open(actor, input.params.id);
    void reply.headers(file.headers);
    return new StreamableFile(file.stream());
  }

  @ContractRoute(routes.signUpClass)
  signUpClass(@CurrentActor() actor: PersonActor, @Input(routes.signUpClass) input: Given<typeof routes.signUpClass>, @Headers('accept-language') language: string | undefined): Promise<ClassSignupResult> {
    return this.signups.signUp(actor, input.params.id, input.body, localeOf(language));
  }

  @ContractRoute(routes.listSlipConsents)
  listSlipConsents(@CurrentActor() actor: PersonActor, @Input(routes.listSlipConsents) input: Given<typeof routes.listSlipConsents>): Promise<Page<SlipConsent>> { return this.signups.list(actor, input.params.id); }

  @ContractRoute(routes.withdrawSlipConsent)
  withdrawSlipConsent(@CurrentActor() actor: PersonActor, @Input(routes.withdrawSlipConsent) input: Given<typeof routes.withdrawSlipConsent>): Promise<SlipConsent> { return this.signups.withdraw(actor, input.params.id, input.body.version); }
}
