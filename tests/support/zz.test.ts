import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { existsSync } from 'node:fs';
import { z } from 'zod';

@Injectable() class S { n() { return v7(); } }
@Controller() class C { constructor(private readonly s: S) {} @Get('x') x() { return { id: this.s.n() }; } }
@Module({ controllers: [C], providers: [S] }) class M {}
test('nest', async () => {
  const app = await NestFactory.create<NestFastifyApplication>(M, new FastifyAdapter(), { logger: false });
  await app.init();
  const r = await app.inject('/x');
  expect(r.statusCode).toBe(200);
  await app.close();
  expect(existsSync(import.meta.dirname)).toBe(true);
  expect(import.meta.url).toContain('zz.test');
  expect(import.meta.filename).toContain('zz.test');
  expect(z.string().parse('a')).toBe('a');
  void Inject;
});
test('more', async () => {
  await import('typeorm'); await import('@nestjs/typeorm'); await import('@fastify/cookie'); await import('@fastify/multipart'); await import('@fastify/static');
  await import('docx'); await import('exceljs'); await import('yauzl'); await import('pinyin-pro'); await import('@photostructure/sqlite'); await import('@node-rs/argon2');
  await import('prom-client'); await import('qrcode'); await import('pino'); await import('playwright'); await import('fast-check'); await import('iconv-lite'); await import('saxes');
});
