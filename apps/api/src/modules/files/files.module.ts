import { Module } from '@nestjs/common';
import { FileLinks } from './file-links.js';
import { FileLinksRepository } from './file-links.repository.js';
import { FileMarks } from './file-marks.js';
import { FileReaders } from './file-readers.js';
import { FilesController } from './files.controller.js';
import { UploadsService } from './uploads.service.js';

/** What people hand in as proof, and what it proves. */
@Module({
  controllers: [FilesController],
  providers: [FileLinks, FileLinksRepository, FileMarks, FileReaders, UploadsService],
  exports: [FileLinks, FileMarks, FileReaders, UploadsService],
})
export class FilesModule {}
