import { errorStatus, problem, routes, type ErrorCode, type Route } from '@kepu/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output', components: Map<string, Json>): Json => {
  const root = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any', reused: 'inline' }) as Json;
  const rename = (name: string) => (io === 'input' && components.has(name) && isOutput(name) ? `${name}Given` : name);
  const isOutput = (name: string) => JSON.stringify(components.get(name)) !== JSON.stringify(definitions[name]);
  const definitions = (root['$defs'] ?? {}) as Record<string, Json>;
  delete root['$defs'];
  delete root['$schema'];
  const relink = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(relink);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'id' || typeof (node as Json)['id'] !== 'string').map(([key, value]) =>
      key === '$ref' && typeof value === 'string' ? [key, value.replace('#/$defs/', '#/components/schemas/')] : [key, relink(value)]));
  };
  for (const [name, definition] of Object.entries(definitions)) components.set(rename(name), relink(definition) as Json);
  return relink(root) as Json;
};

/** Parameters of a query or path: one per key of its object schema. */
const parametersOf = (schema: z.ZodType | undefined, where: 'path' | 'query', components: Map<string, Json>): Json[] => {
  if (!schema) return [];
  const object = jsonSchema(schema, 'input', components);
  const required = new Set((object['required'] as string[] | undefined) ?? []);
  return Object.entries((object['properties'] as Record<string, Json> | undefined) ?? {}).map(([name, property]) =>
    ({ name, in: where, required: where === 'path' || required.has(name), schema: property }));
};

const requestBody = (route: Route, components: Map<string, Json>): Json | undefined => {
  if (route.upload) {
    const schema = { type: 'object', required: [route.upload.field], properties: { [route.upload.field]: { type: 'string', format: 'binary' } } };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  if (!route.body) return undefined;
  return { required: !route.body.safeParse(undefined).success, content: { 'application/json': { schema: jsonSchema(route.body, 'input', components) } } };
};

const sharedErrors: readonly ErrorCode[] = ['input.invalid', 'server.error', 'server.unavailable'];

const responsesOf = (route: Route, components: Map<string, Json>): Json => {
  const content = (schema: z.ZodType | undefined) => (schema ? { 'application/json': { schema: jsonSchema(schema, 'output', components) } } : undefined);
  const responses: Json = {
    [route.redirect ? 303 : (route.status ?? 200)]: { description: route.redirect ? 'go on there' : 'done', content: route.file ? { [route.file]: { schema: { type: 'string', format: 'binary' } } } : content(route.response) },
  };
  for (const [status, schema] of Object.entries(route.also ?? {})) responses[status] = { description: 'accepted', content: content(schema) };
  const codes = new Set<ErrorCode>([...(route.errors ?? []), ...sharedErrors]);
  if (route.access !== 'public') codes.add('auth.required');
  if (route.access !== 'public' && route.access !== 'signed-in') codes.add('auth.forbidden');
  if (route.params) codes.add('resource.not_found');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes].sort()) byStatus.set(errorStatus[code], [...(byStatus.get(errorStatus[code]) ?? []), code]);
  for (const [status, list] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[status] = { description: list.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  }
  return responses;
};

/** The API as an OpenAPI 3.1 document, made from the contracts alone. */
export const openApiDocument = (): Json => {
  const components = new Map<string, Json>();
  jsonSchema(z.object({ problem }), 'output', components);
  const paths: Record<string, Json> = {};
  for (const route of Object.values(routes) as Route[]) {
    const path = `/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    const entry = (paths[path] ??= {});
    const header = route.repeatable ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 100 } }] : [];
    entry[route.method.toLowerCase()] = {
      operationId: route.name, summary: route.summary, 'x-access': route.access,
      ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
      parameters: [...parametersOf(route.params, 'path', components), ...parametersOf(route.query, 'query', components), ...header],
      ...(requestBody(route, components) ? { requestBody: requestBody(route, components) } : {}),
      responses: responsesOf(route, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kepu', version: '1', description: 'From the annual task paper to proven work.' },
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kepu_session' } },
    },
  };
};
