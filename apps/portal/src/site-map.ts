import type { Client } from '@kepu/api-client';
import { pathOf, publicPaths } from './routes.js';

const perPage = 200;
/** More than a city announces at a time; a site map may hold 50 000. */
const mostPages = 10;

/** The addresses of a site map: the pages that are always there, the activities that people can still sign up for, and the talks of the menu. */
export const sitePaths = async (client: Client): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, total } = await client.listActivities({ query: { perPage, page } });
    ids.push(...data.map(({ id }) => id));
    if (page * perPage >= total) break;
  }
  const { data: talks } = await client.listPublicTalks({ query: { perPage } });
  return [...publicPaths, ...ids.flatMap((id) => [pathOf('activity', 'zh-CN', { params: { id } }), pathOf('activity', 'en', { params: { id } })]), ...talks.flatMap(({ id }) => [pathOf('talk', 'zh-CN', { params: { id } }), pathOf('talk', 'en', { params: { id } })])];
};
