import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Swagger UI sets styles on elements by script, which a policy without inline styles allows; its icons are data URLs. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kepu API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/open.js"></script></body>
</html>
`;
const script = "window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#page', deepLinking: true, tryItOutEnabled: false, validatorUrl: null });\n";

/** The API's document as a page at `/api/docs`. */
export const registerDocs = async (fastify: FastifyInstance): Promise<void> => {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await fastify.register(async (scope) => {
    await scope.register(fastifyStatic, { root, serve: false });
    scope.get('/', (_request, reply) => reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page));
    scope.get('/open.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) scope.get(`/${file}`, (_request, reply) => reply.header('cache-control', 'public, max-age=86400').sendFile(file));
  }, { prefix: '/api/docs' });
};
