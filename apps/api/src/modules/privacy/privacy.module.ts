import { Module } from '@nestjs/common';
import { PrivacyController } from './privacy.controller.js';

/** Personal data: who looks at it, what people agreed to, what they may have, and when it goes. */
@Module({ controllers: [PrivacyController] })
export class PrivacyModule {}
