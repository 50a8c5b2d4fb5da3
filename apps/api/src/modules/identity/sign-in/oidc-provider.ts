import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';

/** Signatures that are believed. No symmetric one: its key is the client's secret; and never `none`. */
const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const TIMEOUT_SECONDS = 10;

/** What a transaction with the other house hangs on. */
export interface OidcSecrets { readonly state: string; readonly nonce: string; readonly verifier: string }

/** The other house: OpenID Connect with code, PKCE, state and nonce. */
@Injectable()
export class OidcProvider {
  private found: Promise<openid.Configuration> | null = null;

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  get offered(): boolean { return this.config.oidc !== null; }
  /** Under the public address, whatever a request says of its host. */
  get redirectUri(): string { return `${this.config.publicUrl}/api/v1/oidc/callback`; }

  /** Where to send the browser, and what to keep until it comes back. */
  async begin(): Promise<{ url: string; secrets: OidcSecrets }> {
    const secrets = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
    const url = openid.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: this.redirectUri, scope: 'openid', state: secrets.state, nonce: secrets.nonce, code_challenge: await openid.calculatePKCECodeChallenge(secrets.verifier), code_challenge_method: 'S256',
    });
    return { url: url.href, secrets };
  }

  /** Who came back: issuer and subject, and nothing else that the other house says of the person. Errors: any, for whatever is not as it must be. */
  async finish(search: string, { state, nonce, verifier }: OidcSecrets): Promise<{ issuer: string; subject: string }> {
    const tokens = await openid.authorizationCodeGrant(await this.discovered(), new URL(`${this.redirectUri}${search}`), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims) throw new Error('there is no ID token');
    return { issuer: claims.iss, subject: claims.sub };
  }

  private discovered(): Promise<openid.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      // Asked again with the next person.
      this.found = null;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<openid.Configuration> {
    const { oidc, production } = this.config;
    if (!oidc) throw new Error('there is no other house');
    const execute = production ? [] : [openid.allowInsecureRequests];
    const { supportsPKCE: _, ...published } = (await openid.discovery(new URL(oidc.issuer), oidc.clientId, oidc.clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS })).serverMetadata();
    const algorithms = (published.id_token_signing_alg_values_supported ?? ['RS256']).filter((name) => ALGORITHMS.includes(name));
    const configuration = new openid.Configuration({ ...published, id_token_signing_alg_values_supported: algorithms }, oidc.clientId, oidc.clientSecret);
    configuration.timeout = TIMEOUT_SECONDS;
    for (const setUp of execute) setUp(configuration);
    // The line to the token endpoint is not all that is trusted: the signature is looked at as well.
    openid.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}
