import { Module } from '@nestjs/common';
import { Readiness } from './readiness.js';
import { SystemController } from './system.controller.js';

/** How the process is, and what it offers. */
@Module({ controllers: [SystemController], providers: [Readiness], exports: [Readiness] })
export class SystemModule {}
