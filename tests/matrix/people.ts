import type { Client } from '@kepu/api-client';
import { lentRoles, paths, rolePermissions, routes, type Permission, type Role, type Route } from '@kepu/contracts';
import { demoPassword } from '../support/template.js';
import { signIn, type TestServer } from '../support/server.js';
import { unitIds } from '../http/papers.js';

/** Who stands before each route. `liaison`, `approver` and `publisher` are of 团市委, `liaison-women` of another unit; `student` is a volunteer and holds no grant; `disabled` was an administrator. */
export const visitors = ['anonymous', 'office', 'editor', 'county', 'liaison', 'liaison-women', 'approver', 'publisher', 'leader', 'reader', 'student', 'disabled'] as const;
export type Visitor = (typeof visitors)[number];

const roleOf: Partial<Record<Visitor, Role>> = { office: 'administrator', editor: 'editor', county: 'county', liaison: 'liaison', 'liaison-women': 'liaison', approver: 'approver', publisher: 'publisher', leader: 'leader', reader: 'reader' };

/** What the permission table says: `in` to the handler, or the refusal before it. */
export const expectedOf = (visitor: Visitor, route: Route): 'in' | 'auth.required' | 'auth.forbidden' => {
  if (route.access === 'public') return 'in';
  const role = roleOf[visitor];
  if (!role && visitor !== 'student') return 'auth.required';
  if (route.access === 'signed-in') return 'in';
  if (!role) return 'auth.forbidden';
  return rolePermissions[role].includes(route.access satisfies Permission) ? 'in' : 'auth.forbidden';
};

/** Every route of the contracts. */
export const allRoutes = Object.values(routes) as Route[];
/** How many there are, from the other list. */
export const routeCount = Object.keys(paths).length;

/** A password that a person chose. */
export const ownPassword = 'Ouhai-2026-xuan';

/** A new person with a role, signed in and past the first password. */
export const newPerson = async (server: TestServer, office: Client, email: string, right?: { role: Role; unit?: string }): Promise<{ id: string; cookie: string }> => {
  const { id, initialPassword } = await office.createAccount({ body: { name: '测试人员', email } });
  if (right) {
    const scopeId = right.unit ? ((await unitIds(office)).get(right.unit) ?? '') : null;
    await office.createGrant({ body: { accountId: id, role: right.role, scopeKind: right.unit ? 'unit' : 'city', scopeId, ...(lentRoles.includes(right.role) ? { to: '2099-12-31' } : {}) } });
  }
  const cookie = await signIn(server.url, email, initialPassword);
  const answer = await server.fetch('/api/v1/me/password', {
    method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ current: initialPassword, next: ownPassword }),
  });
  if (!answer.ok) throw new Error(`The first password could not be changed: ${await answer.text()}`);
  return { id, cookie };
};

/** The cookies of all visitors; nobody's is empty, and that of the disabled person is of a session that was good once. */
export const cookiesOf = async (server: TestServer, office: Client): Promise<ReadonlyMap<Visitor, string>> => {
  const cookies = new Map<Visitor, string>([['anonymous', '']]);
  for (const visitor of visitors) if (roleOf[visitor] ?? visitor === 'student') cookies.set(visitor, await signIn(server.url, visitor, demoPassword));
  const disabled = await newPerson(server, office, 'disabled@demo.kepu', { role: 'administrator' });
  await office.disableAccount({ params: { id: disabled.id } });
  cookies.set('disabled', disabled.cookie);
  return cookies;
};
