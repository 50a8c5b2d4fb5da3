import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A device that stands for the second proof is known by a token of its own, which outlasts sessions. */
const deviceCookieName = (secure: boolean): string => (secure ? '__Host-kepu-device' : 'kepu_device');

/** The token of a remembered device, if the browser has one. */
export const readDeviceCookie = (request: FastifyRequest, secure: boolean): string | null => {
  const token = request.cookies[deviceCookieName(secure)] ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
};

/** Has the browser keep it. */
export const writeDeviceCookie = (reply: FastifyReply, token: string, expiresAt: Date, secure: boolean): void => {
  void reply.setCookie(deviceCookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires: expiresAt });
};
