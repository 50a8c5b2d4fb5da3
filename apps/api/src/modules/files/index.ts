export { FileLinkEntity } from './file-link.entity.js';
export { FileLinks } from './file-links.js';
export type { KeptFileRow, PlacedFileRow } from './file-links.repository.js';
export { FileMarks } from './file-marks.js';
export { FileReaders, type FileReader, type FileSubject } from './file-readers.js';
export { FilesModule } from './files.module.js';
export { UploadsService } from './uploads.service.js';
