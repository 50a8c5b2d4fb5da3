import { Controller, Inject, Req, Res } from '@nestjs/common';
import { volunteerRoutes as routes, type Affiliation, type MyVolunteer, type Page, type PublicDictionary, type Session, type Volunteer } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { writeSessionCookie } from '../../platform/auth/session-cookie.js';
import { SessionReader } from '../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { addressOf } from '../../platform/http/client-address.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { SessionsService, UnreadCounter } from '../identity/index.js';
import { Enrolment } from './enrolment.service.js';
import { PublicChoices } from './public-choices.js';
import { VolunteerLists } from './volunteer-lists.service.js';
import { VolunteersService } from './volunteers.service.js';

/** Citizens who serve: registration, the own profile, and lists for staff. */
@Controller()
export class VolunteersController {
  constructor(
    private readonly choices: PublicChoices, private readonly enrolment: Enrolment, private readonly volunteers: VolunteersService, private readonly lists: VolunteerLists,
    private readonly sessions: SessionsService, private readonly unread: UnreadCounter, private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.getPublicDictionary)
  getPublicDictionary(@Res({ passthrough: true }) reply: FastifyReply): Promise<PublicDictionary> {
    void reply.header('cache-control', 'public, max-age=60');
    return this.choices.dictionary();
  }

  @ContractRoute(routes.listAffiliations)
  listAffiliations(@CurrentActor() actor: Actor, @Input(routes.listAffiliations) input: Given<typeof routes.listAffiliations>): Promise<Page<Affiliation>> { return this.choices.affiliations(actor, input.query.q); }

  @ContractRoute(routes.createVolunteer)
  async createVolunteer(@CurrentActor() actor: Actor, @Input(routes.createVolunteer) input: Given<typeof routes.createVolunteer>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const ip = addressOf(request.ip);
    const signedIn = await this.enrolment.register(actor, input.body, { ip, userAgent: request.headers['user-agent'] ?? null });
    writeSessionCookie(reply, signedIn.token, signedIn.expiresAt, this.config.secure);
    const person = await this.reader.actorOf(signedIn.token, ip);
    if (!person) throw new Refusal('auth.failed');
    return this.sessions.describe(person, await this.unread.of(person.accountId));
  }

  @ContractRoute(routes.createVolunteerOnBehalf)
  async createVolunteerOnBehalf(@CurrentActor() actor: PersonActor, @Input(routes.createVolunteerOnBehalf) input: Given<typeof routes.createVolunteerOnBehalf>): Promise<Volunteer> {
    return this.lists.get(actor, await this.enrolment.registerOnBehalf(actor, input.body));
  }

  @ContractRoute(routes.listVolunteers)
  listVolunteers(@CurrentActor() actor: PersonActor, @Input(routes.listVolunteers) input: Given<typeof routes.listVolunteers>): Promise<Page<Volunteer>> { return this.lists.list(actor, input.query); }

  @ContractRoute(routes.getVolunteer)
  getVolunteer(@CurrentActor() actor: PersonActor, @Input(routes.getVolunteer) input: Given<typeof routes.getVolunteer>): Promise<Volunteer> { return this.lists.get(actor, input.params.id); }

  @ContractRoute(routes.getMyVolunteer)
  getMyVolunteer(@CurrentActor() actor: PersonActor): Promise<MyVolunteer> { return this.volunteers.mine(actor); }

  @ContractRoute(routes.updateMyVolunteer)
  updateMyVolunteer(@CurrentActor() actor: PersonActor, @Input(routes.updateMyVolunteer) input: Given<typeof routes.updateMyVolunteer>): Promise<MyVolunteer> { return this.volunteers.change(actor, input.body); }

  @ContractRoute(routes.confirmMyWillingness)
  confirmMyWillingness(@CurrentActor() actor: PersonActor): Promise<MyVolunteer> { return this.volunteers.stay(actor); }
}
