import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { OidcSettings } from '../../platform/config/oidc-settings.js';
import { OidcClient } from '../../platform/oidc/oidc-client.js';

/** Somebody of the sample whom a newcomer may play. */
export interface SamplePart {
  /** Who it is. */
  readonly email: string;
  /** What it does, in words of people: "Program manager". */
  readonly does: string;
  readonly portfolioKey: string;
  /** Whether it may be played only while the sample portfolio is the only one. */
  readonly isOfTheInstance: boolean;
}

/** How people may sign in beside with an API token. */
export interface WaysToSignIn {
  readonly oidc?: OidcSettings | null;
  /** In the order in which they are told; left out: nobody can be played. */
  readonly sampleParts?: readonly SamplePart[];
}

/** The same, ready for use. */
export class SignInSettings {
  readonly oidc: OidcClient | null;
  readonly sampleParts: readonly SamplePart[];

  constructor({ oidc = null, sampleParts = [] }: WaysToSignIn) {
    this.oidc = oidc && new OidcClient(oidc);
    this.sampleParts = sampleParts;
  }
}

@Global()
@Module({})
export class SignInSettingsModule {
  static on(ways: WaysToSignIn): DynamicModule {
    return {
      module: SignInSettingsModule,
      providers: [{ provide: SignInSettings, useValue: new SignInSettings(ways) }],
      exports: [SignInSettings],
    };
  }
}
