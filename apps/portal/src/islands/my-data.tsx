import { attachMyData } from '../account/my-data/my-data.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('myData')) void attachMyData(root, browserOf(root));
