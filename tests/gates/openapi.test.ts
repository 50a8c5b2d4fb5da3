import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openApiDocument } from '../../apps/api/src/platform/openapi/document.js';
import { root } from './tracked-files.js';

it('apps/api/openapi.json is what the contracts say: run `npm run cli -- openapi` after a change', () => {
  const committed: unknown = JSON.parse(readFileSync(path.join(root, 'apps/api/openapi.json'), 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
