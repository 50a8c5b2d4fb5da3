import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { render } from '../../apps/portal/src/entry-server.js';
import { fakeApi } from '../../apps/portal/test-support/fake-api.js';
import * as world from '../../apps/portal/test-support/world.js';
import { root } from './tracked-files.js';

interface Entry { file: string; imports?: string[] }
const built = path.join(root, 'apps/portal/dist/client');
const read = (file: string) => readFileSync(path.join(built, file));

const api = fakeApi({
  getPublicThings: () => world.things, listPublicTalks: () => ({ data: Array.from({ length: 20 }, (_, place) => ({ ...world.talk, id: world.uid(3000 + place) })), total: 20, asOf: world.today }), getPublicTalk: () => world.talk, getTalkMenuShare: () => world.share,
  getHome: () => world.home, getInvitationPage: () => world.invitation, getSignInOptions: () => world.signInOptions, getPublicDictionary: () => world.dictionary, getMatchingPrinciple: () => world.principle, getMinorPolicy: () => world.policy, getActivity: () => world.activity, getActivityShare: () => world.share, getCalendar: ({ query: { month } }) => ({ month, days: [] }),
  listActivities: ({ query: { perPage } }) => ({ data: Array.from({ length: Math.min(25, perPage) }, (_, place) => ({ ...world.row, id: world.uid(1000 + place), title: `${world.row.title} ${place}` })), total: 60 }),
});
const pages = [
  '/', '/activities', `/activities/${world.uid(100)}`, '/calendar', '/matching', '/privacy', '/accessibility', '/register', '/sign-in', '/sign-in/second', '/sign-in/link', '/recover', '/join', '/invitation', '/roster', '/complaints', '/complaints/status', '/family', '/guardian', '/children', '/me', '/talks', `/talks/${world.uid(700)}`, '/order', '/order/status', '/rate/AAAAAAAAAA', '/me/talks', '/me/orders', '/me/teams', '/teams/join/AAAAAAAAAA', '/shared', `/invitations/${world.token}`, '/me/family', '/me/data', '/me/real-name', '/me/security', `/checkin/${world.uid(200)}`, `/lead/${world.uid(200)}`,
];

describe('what a public page weighs', () => {
  if (!existsSync(built)) throw new Error('The portal has not been built: npm run build');
  const manifest = JSON.parse(read('.vite/manifest.json').toString()) as Record<string, Entry | undefined>;
  const entryOf = (source: string): Entry => {
    const entry = manifest[source];
    if (!entry) throw new Error(`not in the build: ${source}`);
    return entry;
  };
  const scriptsOf = (source: string): string[] => [entryOf(source).file, ...(entryOf(source).imports ?? []).flatMap(scriptsOf)];
  const open = (url: string) => render({ url, client: api.client(), locale: 'zh-CN', theme: 'standard', publicUrl: 'https://kepu.example' });

  it.each(pages)('%s loads at most 30 kB of scripts, of the 95 that it may', async (url) => {
    const { islands, status } = await open(url);
    expect(status).toBe(200);
    const files = [...new Set(islands.flatMap(scriptsOf))];
    expect(files.length).toBeGreaterThan(0);
    expect(files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0)).toBeLessThanOrEqual(30_000);
  });

  it.each(pages.slice(0, 4))('%s, which everybody comes to first, loads at most 15 kB of scripts', async (url) => {
    const { islands } = await open(url);
    expect([...new Set(islands.flatMap(scriptsOf))].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0)).toBeLessThanOrEqual(15_000);
  });

  it.each(pages)('%s and its styles are at most 20 kB', async (url) => {
    const { head, html, sheets } = await open(url);
    const page = `${head}${sheets.map((sheet) => `<style>${read(entryOf(sheet).file).toString()}</style>`).join('')}${html}`;
    expect(brotliCompressSync(page).length).toBeLessThanOrEqual(20_000);
  });

  it('no script holds React, zod or the catalogue of labels', () => {
    const scripts = Object.values(manifest).flatMap((entry) => (entry?.file.endsWith('.js') ? [read(entry.file).toString()] : []));
    expect(scripts.length).toBeGreaterThan(5);
    // A component of React, a schema, and a sentence that only the catalogue has.
    expect(scripts.filter((text) => /Symbol\.for\(.react\.|ZodType|登记成为志愿者|全民科学素质/.test(text))).toEqual([]);
  });
});
