import { statSync } from 'node:fs';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { CryptoError, Keyring, keyringPath, KeyRegister, loadKeyring, type KeyringSource } from '../crypto/index.js';
import { UnitOfWork } from '../database/index.js';
import { BackgroundLoop, Jobs } from '../jobs/index.js';
import { RESEAL } from './key-resealer.js';

/** How soon a process seals with a key that was made the active one. */
const FOLLOW_MS = 1_000;
/** A value with a key id that nobody knows must not make every request read the file. */
const LOOK_AT_MOST_EVERY_MS = 200;

/** Keeps the keyring of a running process as its file is. */
@Injectable()
export class KeyFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(KeyFollower.name);
  private readonly source: KeyringSource;
  private readonly loop = new BackgroundLoop(KeyFollower.name, FOLLOW_MS, () => this.follow());
  private seen: string;
  private lookedAt = Number.NEGATIVE_INFINITY;
  /** The key that the file has active. */
  private wanted: string;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig, private readonly keyring: Keyring, private readonly register: KeyRegister, private readonly jobs: Jobs, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {
    this.source = { file: config.keyringFile ?? null, dataDir: config.dataDir, mayCreate: false };
    this.seen = '';
    this.wanted = keyring.activeKid;
    keyring.whenUnknown(() => this.lookNow());
  }

  onApplicationBootstrap(): void { this.loop.start(); }
  async beforeApplicationShutdown(): Promise<void> { await this.loop.stop(); }

  /** Learns what was added, and seals with the active key after it stands in the register: no start without it from then on. */
  async follow(): Promise<void> {
    this.read();
    const kid = this.wanted;
    if (kid === this.keyring.activeKid) return;
    await this.register.admit(kid);
    this.keyring.activate(kid);
    await this.work.run(() => this.jobs.enqueue(RESEAL, { kid }, { key: `${RESEAL}:${kid}` }));
    this.logger.log(`sealing with key ${kid} from now on`);
  }

  /** In the middle of a request, so without waiting for anything. */
  private lookNow(): void {
    if (performance.now() - this.lookedAt < LOOK_AT_MOST_EVERY_MS) return;
    this.lookedAt = performance.now();
    try {
      this.read();
    } catch (error) {
      this.logger.error(error instanceof CryptoError ? error.message : 'the keyring could not be read');
    }
  }

  private read(): void {
    const { mtimeMs, size, ino } = statSync(keyringPath(this.source));
    const state = `${mtimeMs} ${size} ${ino}`;
    if (state === this.seen) return;
    const file = loadKeyring(this.source, this.clock.now());
    this.keyring.learn(file);
    this.wanted = file.activeKid;
    this.seen = state;
  }
}
