import { localStorageStore, type Store } from 'react-admin';
import { storeKey } from './locale.js';

/** How this browser shows its pages, whoever sits before it. */
const ofBrowser = ['locale', 'theme'] as const;

/** What react-admin keeps in this browser. A session that ends takes the lists and filters with it; language and light stay as they were chosen. */
export const createStore = (): Store => {
  const store = localStorageStore('1', storeKey);
  const reset = (): void => {
    const chosen = ofBrowser.map((name) => [name, store.getItem<unknown>(name)] as const);
    store.reset();
    for (const [name, value] of chosen) if (value !== undefined && value !== null) store.setItem(name, value);
  };
  return { ...store, reset };
};
