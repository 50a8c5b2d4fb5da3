import { Inject, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { PathName, Route } from '@kepu/contracts';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { Refusal } from '../errors/refusal.js';
import { addressOf } from '../http/client-address.js';
import { ROUTE, type KepuRequest } from '../http/contract-route.js';
import { isCrossSite } from '../http/origin.js';
import { can, type PersonActor } from './actor.js';
import { readSessionCookie } from './session-cookie.js';
import { SessionReader } from './session-reader.js';

/** What somebody may do who still has the first password. */
const withFirstPassword: ReadonlySet<PathName> = new Set(['getSession', 'deleteSession', 'changePassword', 'setNewPassword']);
/** What a session may do that lacks a second proof: see itself, end, and complete itself. */
const withOneProof: ReadonlySet<PathName> = new Set(['getSession', 'deleteSession', 'createOwnChallenge', 'addSessionProof', 'startOidc', 'finishOidc']);
/** The same where there is no second way yet. Whoever has one sets up no other before it is used, or a stolen password would do. */
const toSetUp: ReadonlySet<PathName> = new Set([...withOneProof, 'startTotp', 'confirmTotp', 'turnOnSms']);
const isWithin = ({ standing }: PersonActor, name: PathName): boolean => standing.lacks === null || (standing.lacks === 'setup' ? toSetUp : withOneProof).has(name);

/** Closed by default: a handler without a route of the contracts is refused, whoever asks. */
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SessionReader) private readonly sessions: SessionReader,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KepuRequest>();
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) throw new Refusal('auth.forbidden');
    request.kepuRoute = route;
    if (isCrossSite(request, this.config.publicUrl)) throw new Refusal('auth.cross_site');
    const ip = addressOf(request.ip);
    const token = readSessionCookie(request, this.config.secure);
    const person = token ? await this.sessions.actorOf(token, ip) : null;
    // On public routes a person's rights add to what is shown: a session that is not complete is anybody's there.
    request.kepuActor = person && isWithin(person, route.name) ? person : { kind: 'public', ip };
    if (route.access === 'public') return true;
    if (!person) throw new Refusal('auth.required');
    if (!isWithin(person, route.name)) throw new Refusal(person.standing.lacks === 'setup' ? 'auth.second_factor_setup_required' : 'auth.second_factor_required');
    // A session is completed first: whoever holds no more than a first password changes nothing.
    if (person.standing.lacks === null && person.mustChangePassword && !withFirstPassword.has(route.name)) throw new Refusal('auth.password_change_required');
    if (route.access !== 'signed-in' && !can(person, route.access)) throw new Refusal('auth.forbidden');
    return true;
  }
}
