import fc from 'fast-check';
import { locate, pageAt, pathOf, publicPaths } from './routes.js';

const id = '01970000-0000-7000-8000-000000000100';

describe('an address', () => {
  it.each([
    ['/', 'home', {}], ['/en', null, {}], ['/activities', 'activities', {}], ['/activities/', 'activities', {}], [`/activities/${id}`, 'activity', { id }], ['/activities/7', null, {}], [`/activities/${id}/x`, null, {}], [`/checkin/${id}`, 'checkIn', { id }], ['/checkin', null, {}], ['/nowhere', null, {}],
  ])('%s is %s in Chinese', (url, page, params) => {
    const visit = pageAt(url, 'zh-CN');
    expect(visit && { page: visit.page, params: visit.params }).toEqual(page === null ? null : { page, params });
  });

  it.each([['/en', 'home'], ['/en/', 'home'], ['/en/calendar', 'calendar'], [`/en/lead/${id}`, 'lead'], ['/english', null]])('%s is %s in English', (url, page) => {
    expect(pageAt(url, 'en')?.page ?? null).toBe(page);
  });

  it('keeps of a query what its page knows, and nothing that it cannot be', () => {
    const url = `/activities?utm_source=wechat&page=2&free=1&county=330304&kind=lecture&topic=${id}&audience=x&when=never&from=2026-02-30&to=2026-12-01&q=%20%E6%80%A5%20%20%E6%95%91%20&page=9`;
    expect(pageAt(url, 'zh-CN')?.query).toEqual({ county: '330304', free: '1', kind: 'lecture', page: '2', q: '急 救', to: '2026-12-01', topic: id });
  });

  it('is one key however it is written', () => {
    const keys = ['/activities?county=330304&page=2', '/activities/?page=2&county=330304&x=1', '/activities?page=2&county=330304&county=330302#top', '/activities?page=2&q=&county=330304'].map((url) => locate(url)?.key);
    expect(new Set(keys)).toEqual(new Set(['/activities?county=330304&page=2']));
  });

  it('keeps from the server what only the browser reads', () => {
    expect(locate(`/checkin/${id}?code=abc123.def&x=1`)).toEqual({ key: `/checkin/${id}`, back: `/checkin/${id}?code=abc123.def` });
    expect(locate('/sign-in?next=%2Factivities%3Ffree%3D1')).toEqual({ key: '/sign-in', back: '/sign-in?next=%2Factivities%3Ffree%3D1' });
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])('never carries %s as the way on', (next) => {
    expect(locate(`/sign-in?next=${encodeURIComponent(next)}`)?.back).toBe('/sign-in');
  });

  it('is found again from what it was made of, whatever people type', () => {
    fc.assert(fc.property(fc.string(), fc.webQueryParameters(), (q, rest) => {
      const found = locate(`/activities?${new URLSearchParams({ q })}&${rest}`);
      expect(found?.key.startsWith('/activities')).toBe(true);
      expect(locate(found?.key ?? '')?.key).toBe(found?.key);
    }));
    fc.assert(fc.property(fc.webPath(), (path) => {
      const found = locate(path);
      if (found) expect(locate(found.key)).toEqual({ key: found.key, back: found.key });
    }));
  });
});

it('the site map has every page without an id that search engines may show, in both languages', () => {
  expect(publicPaths).toEqual(['/', '/en/', '/activities', '/en/activities', '/calendar', '/en/calendar', '/matching', '/en/matching', '/privacy', '/en/privacy', '/accessibility', '/en/accessibility', '/join', '/en/join', '/complaints', '/en/complaints', '/family', '/en/family', '/children', '/en/children', '/talks', '/en/talks', '/order', '/en/order', '/shared', '/en/shared']);
  expect(pathOf('activity', 'en', { params: { id } })).toBe(`/en/activities/${id}`);
});
