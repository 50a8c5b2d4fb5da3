export { FileLinkEntity } from './file-link.entity.js';
