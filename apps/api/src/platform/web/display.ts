import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isCrossSite } from '../http/origin.js';
import type { Theme } from './portal-build.js';

const year = 365 * 24 * 3600;

/** The value of a cookie. The server's cookie plugin is not asked: pages need one name, and none of its rights. */
export const cookieOf = (request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined =>
  request.headers.cookie?.split(';').map((part) => part.trim().split('=', 2)).find(([key]) => key === name)?.[1];

/** How this reader wants pages to look. */
export const themeOf = (request: Pick<FastifyRequest, 'headers'>): Theme => (cookieOf(request, 'display') === 'elder' ? 'elder' : 'standard');

/** `POST /display` (`mode`, `back`): a plain form keeps the display in a cookie, so that it works without scripts. */
export const registerDisplay = (fastify: FastifyInstance, options: { readonly publicUrl: string; /** The page of ours at an address, written as we write it, or null. */ readonly pageAt: (address: string) => Promise<string | null> }): void => {
  const secure = options.publicUrl.startsWith('https://') ? '; Secure' : '';
  void fastify.register((scope, _options, done) => {
    // The framework around may have a parser of its own for forms; here the body is a string either way.
    if (scope.hasContentTypeParser('application/x-www-form-urlencoded')) scope.removeContentTypeParser('application/x-www-form-urlencoded');
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 2048 }, (_request, body, parsed) => parsed(null, body));
    scope.post('/display', async (request, reply) => {
      const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
      const elder = form.get('mode') === 'elder';
      if (!isCrossSite(request, options.publicUrl)) {
        void reply.header('set-cookie', `display=${elder ? 'elder' : 'standard'}; Path=/; Max-Age=${elder ? year : 0}; HttpOnly; SameSite=Lax${secure}`);
      }
      return reply.header('cache-control', 'no-store').redirect((await options.pageAt(form.get('back') ?? '')) ?? '/', 303);
    });
    done();
  });
};
