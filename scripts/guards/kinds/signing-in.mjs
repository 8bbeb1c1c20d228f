const VIEWER_SQL = 'src/modules/identity/queries/viewer-sql.ts';
const SESSIONS = 'src/modules/sessions/queries/sessions.ts';
const ACCESS_TOKENS = 'src/platform/oidc/access-tokens.ts';
const TOKENS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/access-tokens.spec.ts' });
const SESSIONS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/sessions.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const SIGNING_IN = [
  {
    name: 'a revoked token',
    against: 'An API token that was revoked goes on letting its finder in.',
    off: [{ file: VIEWER_SQL, text: 't.revoked_at IS NULL AND (', put: '(' }],
    project: 'api',
    spec: 'test/api/refusals.spec.ts',
    test: 'refuses a token from the request after its revocation on',
  },
  {
    name: 'an expired token',
    against: 'An API token holds past its last day.',
    off: [{ file: VIEWER_SQL, text: 't.expires_on >= ${today}', put: 't.expires_on >= least(${today}, t.expires_on)' }],
    project: 'api',
    spec: 'test/api/refusals.spec.ts',
    test: 'refuses a token the day after it expired',
  },
  {
    name: 'the checksum of a token',
    against: 'A mistyped token is looked up in the database, and a leaked one is not told from other text.',
    off: [
      {
        file: 'src/modules/identity/token-form.ts',
        text: 'FORM.test(token) && checksumOf(body.slice(0, RANDOM)) === body.slice(RANDOM)',
        put: 'FORM.test(token) && body !== PREFIX',
      },
    ],
    project: 'unit',
    spec: 'src/modules/identity/token-form.spec.ts',
    test: 'is refused with any one character changed',
  },
  {
    name: 'a deactivated user',
    against: 'Whoever left is let in by what is not ours to revoke.',
    off: [{ file: VIEWER_SQL, text: "'u.deactivated_at IS NULL'", put: "'true'" }],
    ...TOKENS_SPEC,
    test: 'ends for a user who is deactivated',
  },
  {
    name: 'the tokens of a deactivated user',
    against: 'Whoever left and comes back has the tokens of before.',
    off: [
      {
        file: 'src/modules/identity/commands/deactivate-user.ts',
        text: "WHERE user_id = $1 AND revoked_at IS NULL'",
        put: "WHERE user_id = $1 AND revoked_at IS NOT NULL'",
      },
    ],
    project: 'api',
    spec: 'test/api/deactivation.spec.ts',
    test: 'a user who left',
  },
  {
    name: 'a session that was ended',
    against: 'Signing out leaves the cookie good.',
    off: [{ file: SESSIONS, text: ' AND s.ended_at IS NULL', put: '' }],
    ...SESSIONS_SPEC,
    test: 'ends when its person signs out',
  },
  {
    name: 'a session that nobody uses',
    against: 'A browser that was left open lets in whoever sits down at it the next day.',
    off: [{ file: SESSIONS, text: 's.seen_at > $3', put: '$3::timestamptz IS NOT NULL' }],
    ...SESSIONS_SPEC,
    test: 'two hours after it was used last',
  },
  {
    name: 'a session of a token',
    against: 'A revoked token lives on in the session it was traded for.',
    off: [{ file: SESSIONS, text: "(${tokenIsGood('$4')})", put: '$4::date IS NOT NULL' }],
    ...SESSIONS_SPEC,
    test: 'with the token it was made from, at once',
  },
  {
    name: 'tries to sign in',
    against: 'Somebody guesses tokens in the form for signing in at leisure.',
    off: [
      {
        file: 'src/modules/sessions/http/sign-in.controller.ts',
        text: 'this.throttle.begin(address, now)',
        put: '0',
      },
    ],
    ...SESSIONS_SPEC,
    test: 'is begun no more after ten tries',
  },
  {
    name: 'the issuer of an access token',
    against: 'A token that another provider issued is taken.',
    off: [{ file: ACCESS_TOKENS, text: '        issuer,\n        audience', put: '        audience' }],
    ...TOKENS_SPEC,
    test: 'of another issuer',
  },
  {
    name: 'the audience of an access token',
    against: 'A token that was issued for another program is taken, or an ID token.',
    off: [{ file: ACCESS_TOKENS, text: 'audience: this.settings?.audience ?? [],', put: '' }],
    ...TOKENS_SPEC,
    test: 'for another audience',
  },
  {
    name: 'the end of an access token',
    against: 'A token that names no end is taken for ever.',
    off: [{ file: ACCESS_TOKENS, text: "requiredClaims: ['sub', 'exp']", put: "requiredClaims: ['sub']" }],
    ...TOKENS_SPEC,
    test: 'that never expires',
  },
  {
    name: 'keys nobody knows',
    against: 'Every token with a made-up key has us ask the provider.',
    off: [{ file: ACCESS_TOKENS, text: 'cooldownDuration: this.cooldownMs', put: 'cooldownDuration: 0' }],
    ...TOKENS_SPEC,
    test: 'with a key nobody knows asks the provider for its keys once',
  },
];
