import { AuthorizationResponseError, ClientError } from 'openid-client';

/** DENIED: the provider or the person said no. UNAVAILABLE: it could not be asked. UNTRUSTED: what it said is not to be believed. */
export type OidcFailureReason = 'DENIED' | 'UNAVAILABLE' | 'UNTRUSTED';

/** Somebody could not be signed in by an OpenID provider. Its message holds no secret. */
export class OidcFailure extends Error {
  constructor(
    readonly reason: OidcFailureReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** What an operator is told: of what caused it the message and the code, never what was sent or answered. */
  get told(): { readonly reason: OidcFailureReason; readonly because: string } {
    const { cause } = this;
    const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? ` (${cause.code})` : '';
    return {
      reason: this.reason,
      because: cause instanceof Error ? `${this.message} ${cause.message}${code}` : this.message,
    };
  }
}

const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/** What became of an answer that could not be used. */
export const failureOf = (error: unknown): OidcFailure => {
  if (error instanceof OidcFailure) {
    return error;
  }
  if (error instanceof AuthorizationResponseError) {
    return new OidcFailure('DENIED', 'The provider said no.', { cause: error });
  }
  const isAway = error instanceof ClientError ? AWAY.includes(error.code ?? '') : error instanceof TypeError;
  return isAway
    ? new OidcFailure('UNAVAILABLE', 'The provider did not answer.', { cause: error })
    : new OidcFailure('UNTRUSTED', 'What the provider said is not to be believed.', { cause: error });
};
