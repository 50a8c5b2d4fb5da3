import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const YEAR_SECONDS = 365 * 24 * 3600;
const nameOf = (secure: boolean): string => (secure ? '__Host-kepu-rater' : 'kepu_rater');

/** The mark by which a phone rates a talk once. It says nothing of anybody. */
export const readRaterCookie = (request: FastifyRequest, secure: boolean): string | null => {
  const token = request.cookies[nameOf(secure)] ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
};
export const writeRaterCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  void reply.setCookie(nameOf(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_SECONDS });
};
