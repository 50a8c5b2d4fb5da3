export { FileLinkEntity } from './file-link.entity.js';
export { FileLinks } from './file-links.js';
export { FileReaders, type FileReader, type FileSubject } from './file-readers.js';
export { FilesModule } from './files.module.js';
