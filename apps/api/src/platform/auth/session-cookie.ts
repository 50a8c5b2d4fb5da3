import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The `__Host-` prefix binds the cookie to this host and needs https; a demo on plain http goes without. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-kepu' : 'kepu_session');

/** The session token that a request carries. */
export const readSessionCookie = (request: FastifyRequest, secure: boolean): string | null => request.cookies[sessionCookieName(secure)] ?? null;

/** Gives the browser a session; it ends with the absolute limit at the latest. */
export const writeSessionCookie = (reply: FastifyReply, token: string, expiresAt: Date, secure: boolean): void => {
  void reply.setCookie(sessionCookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires: expiresAt });
};

/** Takes the session from the browser. */
export const clearSessionCookie = (reply: FastifyReply, secure: boolean): void => {
  void reply.clearCookie(sessionCookieName(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
};
