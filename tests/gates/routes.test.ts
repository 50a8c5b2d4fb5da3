import { paths, permissions, routes, type Route } from '@kepu/contracts';
import { z } from 'zod';

const all: [string, Route][] = Object.entries(routes);
const secured = new Set<string>(['public', 'signed-in', ...permissions]);

/** What a schema takes, as JSON Schema; unions are walked to their objects. */
function objectsOf(schema: z.ZodType): { properties: string[]; closed: boolean }[] {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const walk = (node: unknown): { properties: string[]; closed: boolean }[] => {
    if (typeof node !== 'object' || node === null) return [];
    if ('$ref' in node) return walk(document.$defs?.[String(node.$ref).replace('#/$defs/', '')]);
    const { type, properties, additionalProperties, anyOf, oneOf, allOf } = node as Record<string, unknown>;
    const parts = [anyOf, oneOf, allOf].flatMap((entry) => (Array.isArray(entry) ? entry : []));
    if (parts.length > 0) return parts.flatMap(walk);
    return type === 'object' ? [{ properties: Object.keys((properties as object | undefined) ?? {}), closed: additionalProperties === false }] : [];
  };
  return walk(document);
}

it('every path has a contract, and no contract is without a path', () => {
  expect(Object.keys(routes).sort()).toEqual(Object.keys(paths).sort());
});

it('no two routes share a method and a path', () => {
  const places = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':x')}`);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});

it('every permission of the table closes a route', () => {
  const used = new Set<string>(all.map(([, { access }]) => access));
  expect(permissions.filter((permission) => !used.has(permission))).toEqual([]);
});

describe.each(all)('%s', (name, route) => {
  it('says who may', () => {
    expect(secured.has(route.access)).toBe(true);
    expect(route.summary).not.toBe('');
  });

  it('has a schema for each parameter of its path', () => {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, key]) => key).sort();
    const inSchema = route.params ? objectsOf(route.params).flatMap(({ properties }) => properties).sort() : [];
    expect(inSchema).toEqual(inPath);
  });

  it('refuses keys that it does not know', () => {
    for (const schema of [route.params, route.query, route.body]) {
      if (!schema) continue;
      const objects = objectsOf(schema);
      expect(objects.length).toBeGreaterThan(0);
      expect(objects.every(({ closed }) => closed)).toBe(true);
    }
  });

  it('answers a schema, a file, nothing or an address', () => {
    expect(Boolean(route.response) || Boolean(route.file) || route.status === 204 || route.redirect === true).toBe(true);
    if (route.method === 'GET') expect(route.body).toBeUndefined();
    // Scripts and lists rely on one shape.
    if (name.startsWith('list') && route.response) expect(objectsOf(route.response)[0]?.properties).toEqual(expect.arrayContaining(['data', 'total']));
  });
});
