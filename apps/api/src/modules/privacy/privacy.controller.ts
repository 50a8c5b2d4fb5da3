import { Controller } from '@nestjs/common';
import { privacyRoutes as routes, type KeyStates } from '@kepu/contracts';
import { ContractRoute } from '../../platform/http/contract-route.js';
import { KeyStatesReader } from '../../platform/keys/index.js';
import { keyStatesView } from './key-states.mapper.js';

/** Personal data. */
@Controller()
export class PrivacyController {
  constructor(private readonly keys: KeyStatesReader) {}

  @ContractRoute(routes.getKeys)
  async getKeys(): Promise<KeyStates> { return keyStatesView(await this.keys.read()); }
}
