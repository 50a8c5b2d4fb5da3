import { Controller, Inject, Req, Res } from '@nestjs/common';
import { signInRoutes as routes } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { readDeviceCookie } from '../../../platform/auth/device-cookie.js';
import { writeSessionCookie } from '../../../platform/auth/session-cookie.js';
import { SessionReader } from '../../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { addressOf } from '../../../platform/http/client-address.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { OidcService, TRANSACTION_MINUTES } from './oidc.service.js';

/** The way to the other house and back: both are pages that a browser opens, so both answer with where to go on. */
@Controller()
export class OidcController {
  private readonly cookieName: string;
  private readonly cookieOptions: { readonly path: '/'; readonly httpOnly: true; readonly sameSite: 'lax'; readonly secure: boolean };

  constructor(private readonly oidc: OidcService, private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig) {
    this.cookieName = config.secure ? '__Host-kepu-oidc' : 'kepu_oidc';
    this.cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure };
  }

  @ContractRoute(routes.startOidc)
  async startOidc(@CurrentActor() actor: Actor, @Input(routes.startOidc) { query }: Given<typeof routes.startOidc>, @Res() reply: FastifyReply): Promise<void> {
    const { url, cookie } = await this.oidc.start(actor, { next: query.next ?? '/me', link: query.link === '1' });
    void reply.setCookie(this.cookieName, cookie, { ...this.cookieOptions, maxAge: TRANSACTION_MINUTES * 60 });
    await reply.header('cache-control', 'no-store').redirect(url, 303);
  }

  @ContractRoute(routes.finishOidc)
  async finishOidc(@CurrentActor() actor: Actor, @Input(routes.finishOidc) _: Given<typeof routes.finishOidc>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const ip = addressOf(request.ip);
    const search = /\?.*$/.exec(request.url)?.[0] ?? '';
    const arrival = await this.oidc.finish(actor, search, request.cookies[this.cookieName] ?? null, { ip, userAgent: request.headers['user-agent'] ?? null, remembered: readDeviceCookie(request, this.config.secure) });
    void reply.clearCookie(this.cookieName, this.cookieOptions).header('cache-control', 'no-store');
    const made = arrival.kind === 'signed_in' ? arrival.signedIn : arrival.kind === 'stepped' || arrival.kind === 'linked' ? arrival.stepped : null;
    if (made) writeSessionCookie(reply, made.token, made.expiresAt, this.config.secure);
    await reply.redirect(made ? this.onward(await this.reader.actorOf(made.token, ip), arrival.next) : `/sign-in?${new URLSearchParams({ ...(arrival.next ? { next: arrival.next } : {}), oidc: arrival.kind })}`, 303);
  }

  /** The back office asks for what a session lacks by itself; the portal has a page for it. */
  private onward(person: PersonActor | null, next: string): string {
    return person?.standing.lacks && !/^\/admin(?=[/?#]|$)/.test(next) ? `/sign-in/second?${new URLSearchParams({ next })}` : next;
  }
}
