import { attachCopy } from '../activities/copying.js';
import { attachTidyForm } from '../activities/tidy-form.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('talks')) {
  attachCopy(root, browserOf(root).words);
  root.querySelector('button.print')?.addEventListener('click', () => print());
}
for (const form of document.querySelectorAll<HTMLFormElement>('form.filters')) attachTidyForm(form);
