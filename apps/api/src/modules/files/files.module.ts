import { Module } from '@nestjs/common';
import { FileLinks } from './file-links.js';
import { FileLinksRepository } from './file-links.repository.js';
import { FileReaders } from './file-readers.js';

/** What people hand in as proof, and what it proves. */
@Module({
  providers: [FileLinks, FileLinksRepository, FileReaders],
  exports: [FileLinks, FileReaders],
})
export class FilesModule {}
