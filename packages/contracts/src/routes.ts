import { identityRoutes, systemRoutes } from './identity/routes.js';
import { noticeRoutes, publicRoutes } from './notices/routes.js';
import { planImportRoutes, planRoutes } from './plans/routes.js';
import { dictionaryRoutes, unitRoutes } from './units/routes.js';

/** Every route by name. A gate holds this against `paths` and against the controllers. */
export const routes = {
  ...systemRoutes, ...identityRoutes, ...unitRoutes, ...dictionaryRoutes, ...planImportRoutes, ...planRoutes, ...noticeRoutes, ...publicRoutes,
} as const;
/** The routes, for typed clients. */
export type Routes = typeof routes;
