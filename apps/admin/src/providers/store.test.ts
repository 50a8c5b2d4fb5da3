import { initialLocale } from './locale.js';
import { createStore } from './store.js';

test('a session that ends forgets the lists; language and light stay', () => {
  const store = createStore();
  store.setup();
  store.setItem('locale', 'en');
  store.setItem('theme', 'dark');
  store.setItem('activities.listParams', { page: 3 });
  store.reset();
  expect([store.getItem('locale'), store.getItem('theme'), store.getItem('activities.listParams')]).toEqual(['en', 'dark', undefined]);
  expect(initialLocale()).toBe('en');
});

test('nothing is written where nothing was chosen', () => {
  localStorage.clear();
  createStore().reset();
  expect(localStorage.getItem('RaStorekepu.locale')).toBeNull();
  expect(initialLocale()).toBe('zh-CN');
});
