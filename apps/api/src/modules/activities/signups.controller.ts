import { Controller, Headers } from '@nestjs/common';
import { signupRoutes as routes, type LedShift, type MySignup, type Page, type Roster, type ShiftCode, type Signup } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { AttendanceService } from './attendance.service.js';
import { RealNameReminders } from './real-name-reminders.js';
import { RosterService } from './roster.service.js';
import { SignupDecisions } from './signup-decisions.service.js';
import { SignupLists } from './signup-lists.service.js';
import { SignupRequests } from './signup-requests.service.js';

/** Sign-ups, and the day itself. */
@Controller()
export class SignupsController {
  constructor(
    private readonly requests: SignupRequests, private readonly decisions: SignupDecisions, private readonly lists: SignupLists, private readonly rosters: RosterService, private readonly attendance: AttendanceService,
    private readonly reminders: RealNameReminders,
  ) {}

  @ContractRoute(routes.createSignup)
  createSignup(@CurrentActor() actor: PersonActor, @Input(routes.createSignup) input: Given<typeof routes.createSignup>, @Headers('accept-language') language: string | undefined): Promise<MySignup> {
    return this.requests.create(actor, input.params.id, input.body, localeOf(language));
  }

  @ContractRoute(routes.createPlacement)
  createPlacement(@CurrentActor() actor: PersonActor, @Input(routes.createPlacement) input: Given<typeof routes.createPlacement>, @Headers('accept-language') language: string | undefined): Promise<Signup> {
    return this.decisions.place(actor, input.params.id, input.body, localeOf(language));
  }

  @ContractRoute(routes.listMySignups)
  listMySignups(@CurrentActor() actor: PersonActor, @Input(routes.listMySignups) input: Given<typeof routes.listMySignups>): Promise<Page<MySignup>> { return this.lists.mine(actor, input.query); }

  @ContractRoute(routes.withdrawSignup)
  withdrawSignup(@CurrentActor() actor: PersonActor, @Input(routes.withdrawSignup) input: Given<typeof routes.withdrawSignup>): Promise<MySignup> { return this.requests.withdraw(actor, input.params.id, input.body); }

  @ContractRoute(routes.setSignupCompanions)
  setSignupCompanions(@CurrentActor() actor: PersonActor, @Input(routes.setSignupCompanions) input: Given<typeof routes.setSignupCompanions>): Promise<MySignup> { return this.requests.setCompanions(actor, input.params.id, input.body); }

  @ContractRoute(routes.listSignups)
  listSignups(@CurrentActor() actor: PersonActor, @Input(routes.listSignups) input: Given<typeof routes.listSignups>): Promise<Page<Signup>> { return this.lists.list(actor, input.query); }

  @ContractRoute(routes.confirmSignup)
  confirmSignup(@CurrentActor() actor: PersonActor, @Input(routes.confirmSignup) input: Given<typeof routes.confirmSignup>, @Headers('accept-language') language: string | undefined): Promise<Signup> {
    return this.decisions.confirm(actor, input.params.id, input.body.version, localeOf(language));
  }

  @ContractRoute(routes.queueSignup)
  queueSignup(@CurrentActor() actor: PersonActor, @Input(routes.queueSignup) input: Given<typeof routes.queueSignup>): Promise<Signup> { return this.decisions.queue(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.refuseSignup)
  refuseSignup(@CurrentActor() actor: PersonActor, @Input(routes.refuseSignup) input: Given<typeof routes.refuseSignup>): Promise<Signup> { return this.decisions.refuse(actor, input.params.id, input.body); }

  @ContractRoute(routes.listMyShifts)
  listMyShifts(@CurrentActor() actor: PersonActor): Promise<Page<LedShift>> { return this.rosters.mine(actor); }

  @ContractRoute(routes.getRoster)
  getRoster(@CurrentActor() actor: PersonActor, @Input(routes.getRoster) input: Given<typeof routes.getRoster>): Promise<Roster> { return this.rosters.get(actor, input.params.id); }

  @ContractRoute(routes.getShiftCode)
  getShiftCode(@CurrentActor() actor: PersonActor, @Input(routes.getShiftCode) input: Given<typeof routes.getShiftCode>): Promise<ShiftCode> { return this.rosters.code(actor, input.params.id); }

  @ContractRoute(routes.checkIn)
  checkIn(@CurrentActor() actor: PersonActor, @Input(routes.checkIn) input: Given<typeof routes.checkIn>): Promise<MySignup> { return this.attendance.checkIn(actor, input.params.id, input.body.code); }

  @ContractRoute(routes.checkOut)
  checkOut(@CurrentActor() actor: PersonActor, @Input(routes.checkOut) input: Given<typeof routes.checkOut>): Promise<MySignup> { return this.attendance.checkOut(actor, input.params.id); }

  @ContractRoute(routes.markAttendance)
  async markAttendance(@CurrentActor() actor: PersonActor, @Input(routes.markAttendance) input: Given<typeof routes.markAttendance>): Promise<Roster> {
    await this.attendance.mark(actor, input.params.id, input.body);
    return this.rosters.get(actor, input.params.id);
  }

  @ContractRoute(routes.remindRealNames)
  remindRealNames(@CurrentActor() actor: PersonActor, @Input(routes.remindRealNames) input: Given<typeof routes.remindRealNames>): Promise<{ reminded: number }> { return this.reminders.remind(actor, input.params.id); }
}
