import { Controller, Res, StreamableFile } from '@nestjs/common';
import { credentialRoutes as routes, type Credential, type CredentialKind, type MyCredential, type Page } from '@kepu/contracts';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import type { OpenFile } from '../../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../../platform/http/contract-route.js';
import type { Upload } from '../../../platform/http/upload.js';
import { CredentialKinds } from './credential-kinds.service.js';
import { Credentials } from './credentials.service.js';
import { MyCredentials } from './my-credentials.service.js';

const sent = (file: OpenFile, reply: FastifyReply): StreamableFile => {
  void reply.headers(file.headers);
  return new StreamableFile(file.stream());
};

/** Certificates: their kinds, the own ones, and those that staff confirm. */
@Controller()
export class CredentialsController {
  constructor(private readonly kinds: CredentialKinds, private readonly own: MyCredentials, private readonly credentials: Credentials) {}

  @ContractRoute(routes.listCredentialKinds)
  listCredentialKinds(): Promise<Page<CredentialKind>> { return this.kinds.list(); }

  @ContractRoute(routes.createCredentialKind)
  createCredentialKind(@CurrentActor() actor: PersonActor, @Input(routes.createCredentialKind) input: Given<typeof routes.createCredentialKind>): Promise<CredentialKind> { return this.kinds.create(actor, input.body); }

  @ContractRoute(routes.updateCredentialKind)
  updateCredentialKind(@CurrentActor() actor: PersonActor, @Input(routes.updateCredentialKind) input: Given<typeof routes.updateCredentialKind>): Promise<CredentialKind> { return this.kinds.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.listMyCredentials)
  listMyCredentials(@CurrentActor() actor: PersonActor): Promise<Page<MyCredential>> { return this.own.list(actor); }

  @ContractRoute(routes.createMyCredential)
  createMyCredential(@CurrentActor() actor: PersonActor, @Input(routes.createMyCredential) input: Given<typeof routes.createMyCredential>): Promise<MyCredential> { return this.own.create(actor, input.body); }

  @ContractRoute(routes.updateMyCredential)
  updateMyCredential(@CurrentActor() actor: PersonActor, @Input(routes.updateMyCredential) input: Given<typeof routes.updateMyCredential>): Promise<MyCredential> { return this.own.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteMyCredential)
  deleteMyCredential(@CurrentActor() actor: PersonActor, @Input(routes.deleteMyCredential) input: Given<typeof routes.deleteMyCredential>): Promise<{ done: true }> { return this.own.remove(actor, input.params.id); }

  @ContractRoute(routes.setMyCredentialFile)
  setMyCredentialFile(@CurrentActor() actor: PersonActor, @Input(routes.setMyCredentialFile) input: Given<typeof routes.setMyCredentialFile>, @UploadedFile(routes.setMyCredentialFile) upload: Upload): Promise<MyCredential> {
    return this.own.setFile(actor, input.params.id, upload);
  }

  @ContractRoute(routes.getMyCredentialFile)
  async getMyCredentialFile(@CurrentActor() actor: PersonActor, @Input(routes.getMyCredentialFile) input: Given<typeof routes.getMyCredentialFile>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return sent(await this.own.open(actor, input.params.id), reply);
  }

  @ContractRoute(routes.listCredentials)
  listCredentials(@CurrentActor() actor: PersonActor, @Input(routes.listCredentials) input: Given<typeof routes.listCredentials>): Promise<Page<Credential>> { return this.credentials.list(actor, input.query); }

  @ContractRoute(routes.getCredential)
  getCredential(@CurrentActor() actor: PersonActor, @Input(routes.getCredential) input: Given<typeof routes.getCredential>): Promise<Credential> { return this.credentials.get(actor, input.params.id); }

  @ContractRoute(routes.getCredentialFile)
  async getCredentialFile(@CurrentActor() actor: PersonActor, @Input(routes.getCredentialFile) input: Given<typeof routes.getCredentialFile>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return sent(await this.credentials.open(actor, input.params.id), reply);
  }

  @ContractRoute(routes.confirmCredential)
  confirmCredential(@CurrentActor() actor: PersonActor, @Input(routes.confirmCredential) input: Given<typeof routes.confirmCredential>): Promise<Credential> { return this.credentials.confirm(actor, input.params.id, input.body); }

  @ContractRoute(routes.returnCredential)
  returnCredential(@CurrentActor() actor: PersonActor, @Input(routes.returnCredential) input: Given<typeof routes.returnCredential>): Promise<Credential> { return this.credentials.return(actor, input.params.id, input.body); }

  @ContractRoute(routes.auditCredential)
  auditCredential(@CurrentActor() actor: PersonActor, @Input(routes.auditCredential) input: Given<typeof routes.auditCredential>): Promise<Credential> { return this.credentials.look(actor, input.params.id, input.body); }

  @ContractRoute(routes.undoCredential)
  undoCredential(@CurrentActor() actor: PersonActor, @Input(routes.undoCredential) input: Given<typeof routes.undoCredential>): Promise<Credential> { return this.credentials.undo(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.createCredentialSample)
  createCredentialSample(@CurrentActor() actor: PersonActor, @Input(routes.createCredentialSample) input: Given<typeof routes.createCredentialSample>): Promise<{ drawn: number }> { return this.credentials.sample(actor, input.body); }
}
