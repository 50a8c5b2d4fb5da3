// Writes docs/lifecycles.md from the built tables: `npm run build`, then `node packages/domain/scripts/write-lifecycles.mjs`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lifecycleDocument, lifecycles } from '@kepu/domain';

writeFileSync(fileURLToPath(new URL('../../../docs/lifecycles.md', import.meta.url)), lifecycleDocument(lifecycles));
