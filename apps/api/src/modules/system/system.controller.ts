import { Controller } from '@nestjs/common';
import { systemRoutes } from '@kepu/contracts';
import { ContractRoute } from '../../platform/http/contract-route.js';
import { openApiDocument } from '../../platform/openapi/document.js';
import { Readiness } from './readiness.js';

/** How the process is, and what it offers. */
@Controller()
export class SystemController {
  private document: Record<string, unknown> | undefined;
  constructor(private readonly readiness: Readiness) {}

  @ContractRoute(systemRoutes.openapi)
  openapi(): Record<string, unknown> { return (this.document ??= openApiDocument()); }

  @ContractRoute(systemRoutes.live)
  live(): { status: 'ok' } { return { status: 'ok' }; }

  @ContractRoute(systemRoutes.ready)
  async ready(): Promise<{ status: 'ok'; version: string }> {
    await this.readiness.check();
    return { status: 'ok', version: '1' };
  }
}
