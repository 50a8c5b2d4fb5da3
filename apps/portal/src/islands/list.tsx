import { attachMyList } from '../activities/my-list.js';
import { attachTidyForm } from '../activities/tidy-form.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('list')) attachMyList(root, browserOf(root));
for (const form of document.querySelectorAll<HTMLFormElement>('form.filters')) attachTidyForm(form);
