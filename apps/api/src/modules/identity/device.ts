import type { FastifyRequest } from 'fastify';
import { addressOf } from '../../platform/http/client-address.js';
import type { Device } from './sessions.service.js';

/** Where a request came from. */
export const deviceOf = (request: FastifyRequest): Device => ({ ip: addressOf(request.ip), userAgent: request.headers['user-agent'] ?? null });
