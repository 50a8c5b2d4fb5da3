import { Controller, Req, Res, type StreamableFile } from '@nestjs/common';
import { certificateRoutes as routes, type CertificateCheck, type ServiceCertificate, type ServiceCertificates } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { deviceOf } from '../../identity/index.js';
import { ServiceCertificatesService } from './service-certificates.service.js';

const PDF = 'application/pdf';

/** Proofs of service: the own ones, those that staff issue, and their check by anybody. */
@Controller()
export class CertificatesController {
  constructor(private readonly certificates: ServiceCertificatesService) {}

  @ContractRoute(routes.checkCertificate)
  checkCertificate(@Input(routes.checkCertificate) input: Given<typeof routes.checkCertificate>, @Req() request: FastifyRequest): Promise<CertificateCheck> { return this.certificates.check(deviceOf(request).ip, input.params.number, input.query.code); }

  @ContractRoute(routes.listMyCertificates)
  listMyCertificates(@CurrentActor() actor: PersonActor): Promise<ServiceCertificates> { return this.certificates.mine(actor); }

  @ContractRoute(routes.createMyCertificate)
  createMyCertificate(@CurrentActor() actor: PersonActor, @Input(routes.createMyCertificate) input: Given<typeof routes.createMyCertificate>): Promise<ServiceCertificate> { return this.certificates.issueMine(actor, input.body); }

  @ContractRoute(routes.getMyCertificateFile)
  async getMyCertificateFile(@CurrentActor() actor: PersonActor, @Input(routes.getMyCertificateFile) input: Given<typeof routes.getMyCertificateFile>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.certificates.openMine(actor, input.params.id);
    return documentAnswer(reply, name, bytes, PDF);
  }

  @ContractRoute(routes.listCertificates)
  listCertificates(@CurrentActor() actor: PersonActor, @Input(routes.listCertificates) input: Given<typeof routes.listCertificates>): Promise<ServiceCertificates> { return this.certificates.listFor(actor, input.params.id); }

  @ContractRoute(routes.createCertificate)
  createCertificate(@CurrentActor() actor: PersonActor, @Input(routes.createCertificate) input: Given<typeof routes.createCertificate>): Promise<ServiceCertificate> { return this.certificates.issueFor(actor, input.params.id, input.body); }

  @ContractRoute(routes.getCertificateFile)
  async getCertificateFile(@CurrentActor() actor: PersonActor, @Input(routes.getCertificateFile) input: Given<typeof routes.getCertificateFile>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.certificates.openFor(actor, input.params.id);
    return documentAnswer(reply, name, bytes, PDF);
  }
}
