import { PageStore, storedPage } from './page-store.js';

const page = (status = 200) => storedPage(status, '<!doctype html>');

it('holds no more pages than it may, whatever addresses are asked for', async () => {
  const store = new PageStore(60, () => 0, 3);
  let made = 0;
  const get = (key: string) => store.get(key, () => {
    made += 1;
    return page();
  });
  for (const key of ['a', 'b', 'c', 'd', 'e']) await get(key);
  expect([store.size, made]).toEqual([3, 5]);
  await get('e');
  expect(made).toBe(5);
  await get('a');
  expect(made).toBe(6);
});

it('lets the one go that was made first, not the one that was made anew', async () => {
  let now = 0;
  const store = new PageStore(1, () => now, 2);
  const made: string[] = [];
  const get = (key: string) => store.get(key, () => {
    made.push(key);
    return page();
  });
  await get('a');
  await get('b');
  now = 2_000;
  await get('a');
  await get('c');
  await get('a');
  expect(made).toEqual(['a', 'b', 'a', 'c']);
});

it('keeps no page that failed, by answer or by error', async () => {
  const store = new PageStore(60, () => 0);
  await store.get('a', () => page(503));
  await expect(store.get('b', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(store.size).toBe(0);
});
