import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { file, fileMark, fileMaxBytes } from './schemas.js';

/** Routes of the files that people hand in. */
export const fileRoutes = {
  createFile: defineRoute('createFile', {
    summary: 'Hand in a photo, sheet or document', access: 'signed-in', upload: { field: 'file', maxBytes: fileMaxBytes }, response: file, status: 201, repeatable: true,
    errors: ['input.too_large', 'input.unsupported_type', 'storage.full', 'rate.limited'],
  }),
  getFile: defineRoute('getFile', { summary: 'A file, for those who see what it belongs to', access: 'signed-in', params: byId, file: 'application/octet-stream' }),
  markFile: defineRoute('markFile', { summary: 'Say whether a photo may be shown to others, where it belongs to the own work', access: 'photo:mark', params: byId, body: fileMark, response: file, errors: ['file.withheld_above'] }),
} as const;
