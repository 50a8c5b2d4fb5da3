import { Controller, Res, StreamableFile } from '@nestjs/common';
import { fileRoutes as routes, type File } from '@kepu/contracts';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../platform/http/contract-route.js';
import type { Upload } from '../../platform/http/upload.js';
import { UploadsService } from './uploads.service.js';

/** What people hand in. */
@Controller()
export class FilesController {
  constructor(private readonly uploads: UploadsService) {}

  @ContractRoute(routes.createFile)
  createFile(@CurrentActor() actor: PersonActor, @UploadedFile(routes.createFile) upload: Upload): Promise<File> { return this.uploads.create(actor, upload); }

  @ContractRoute(routes.markFile)
  markFile(@CurrentActor() actor: PersonActor, @Input(routes.markFile) input: Given<typeof routes.markFile>): Promise<File> { return this.uploads.mark(actor, input.params.id, input.body.faces); }

  @ContractRoute(routes.getFile)
  async getFile(@CurrentActor() actor: PersonActor, @Input(routes.getFile) input: Given<typeof routes.getFile>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const file = await this.uploads.open(actor, input.params.id);
    void reply.headers(file.headers);
    return new StreamableFile(file.stream());
  }
}
