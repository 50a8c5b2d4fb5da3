import { z } from 'zod';
import { id } from '../primitives.js';

/** The largest photo, sheet or document in bytes. */
export const fileMaxBytes = 15 * 1024 * 1024;
/** What proves something: pictures, office documents, PDF. By content, not by name. */
export const fileTypes = [
  'image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
/** What somebody has said of a file: nothing yet; no child can be recognised; it may be shown; it stays inside. */
export const fileFaces = ['unchecked', 'none', 'allowed', 'withheld'] as const;
/** What somebody has said of a file. */
export type FileFaces = (typeof fileFaces)[number];
/** Says whether a file may be shown to others. */
export const fileMark = z.strictObject({ faces: z.enum(fileFaces) }).meta({ id: 'FileMark' });
/** A file that somebody handed in. `alreadyUsed`: the same bytes prove something else already (套用旧照). */
export const file = z.object({ id, name: z.string(), type: z.string(), size: z.int(), alreadyUsed: z.boolean(), faces: z.enum(fileFaces).optional().describe('of a file that belongs to something: whether it may be shown to others') }).meta({ id: 'File' });
/** A file that somebody handed in. */
export type File = z.output<typeof file>;
/** Files that go with something; each was handed in before. */
export const fileIds = z.array(id).max(20);
