import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Files whose names carry a hash of their content: they never change, so browsers keep them for good. `.br` and `.gz`
 * beside a file are sent in its place. What is not there is a short 404, never a page.
 */
export const registerAssets = (fastify: FastifyInstance, prefix: string, root: string): void => {
  void fastify.register(async (scope) => {
    const absent = (reply: FastifyReply): FastifyReply => reply.status(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('Not found\n');
    scope.setNotFoundHandler((_request, reply) => absent(reply));
    // An address that tries to leave the folder is an error there. Whoever asks learns nothing from the difference.
    scope.setErrorHandler((_error, _request, reply) => absent(reply));
    await scope.register(fastifyStatic, {
      root, prefix: '/', decorateReply: false, index: false, redirect: false, dotfiles: 'ignore', preCompressed: true, immutable: true, maxAge: '365d',
    });
  }, { prefix });
};
