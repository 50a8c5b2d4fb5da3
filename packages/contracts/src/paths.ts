import { planPaths } from './plans/paths.js';
import { sitePaths } from './site-paths.js';
import { staffPaths } from './staff-paths.js';

/** Method and path (below `/api/v1`) of every route, apart from the schemas, so that a page can call the API without loading zod. */
export const paths = { ...sitePaths, ...staffPaths, ...planPaths };

/** The name of a route. */
export type PathName = keyof typeof paths;
