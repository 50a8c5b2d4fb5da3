import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { toString as drawQr } from 'qrcode';
import type { TotpSetup } from '@kepu/contracts';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { newId } from '../../../platform/database/index.js';
import type { FactorEntity } from './factor.entity.js';

const PERIOD_SECONDS = 30;
/** RFC 4226 asks for 160 bits. */
const SECRET_BYTES = 20;
/** One step before and after, for clocks of phones that go wrong. */
const WINDOW = 1;
const ISSUER = '科普志愿';
const place = (id: string) => ({ table: 'second_factors', column: 'secret_sealed', row: id });

/** Codes of authenticator apps (RFC 6238). */
@Injectable()
export class Totp {
  constructor(private readonly cipher: FieldCipher) {}

  /** A new secret, sealed for its row, and what the app takes of it. `label` is shown in the app. */
  async make(label: string): Promise<{ id: string; secretSealed: string; setup: TotpSetup }> {
    const id = newId();
    const secret = new Secret({ size: SECRET_BYTES });
    const uri = this.of(secret.base32, label).toString();
    const qr = await drawQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return { id, secretSealed: this.cipher.seal(secret.base32, place(id)), setup: { secret: secret.base32, uri, qr } };
  }

  /** The step of 30 seconds that a code is of, or null for a wrong one. */
  stepOf(factor: Pick<FactorEntity, 'id' | 'secretSealed'>, code: string, now: Date): number | null {
    const token = code.replaceAll(' ', '');
    if (!factor.secretSealed || !/^\d{6}$/.test(token)) return null;
    const delta = this.of(this.cipher.open(factor.secretSealed, place(factor.id)), '').validate({ token, timestamp: now.getTime(), window: WINDOW });
    return delta === null ? null : Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta;
  }

  private of(base32: string, label: string): TOTP { return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(base32), period: PERIOD_SECONDS }); }
}
