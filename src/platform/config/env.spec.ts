import { describe, expect, it } from '@jest/globals';
import { readEnvironment, type EnvironmentRefused } from './env.js';

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return (error as EnvironmentRefused).problems;
  }
};

describe('reading the environment', () => {
  it('listens on this machine alone, unless an address is stated', () => {
    expect(readEnvironment({}).host).toBe('127.0.0.1');
    expect(readEnvironment({ TOLLGATE_HOST: ' 0.0.0.0 ' }).host).toBe('0.0.0.0');
    expect(readEnvironment({ TOLLGATE_HOST: '::' }).host).toBe('::');
  });

  it.each(['localhost', '*', '127.0.0.1:3000', '[::1]', 'fe80::1%eth0'])('listens on no %s', (TOLLGATE_HOST) => {
    expect(problemsOf({ TOLLGATE_HOST })).toEqual([expect.stringMatching(/^TOLLGATE_HOST must/)]);
  });

  it('needs nothing: port 3000, the embedded database, the sample portfolio', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      processes: 1,
      databaseUrl: null,
      bootstrapToken: null,
      demo: true,
      oidc: null,
    });
  });

  it('starts empty on a database of one’s own, unless the sample is asked for', () => {
    const DATABASE_URL = 'postgres://me:secret@db.example.org:5432/tollgate';
    expect(readEnvironment({ DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL, demo: false });
    expect(readEnvironment({ DATABASE_URL, TOLLGATE_DEMO: '1' }).demo).toBe(true);
  });

  it('takes a pooler with an address past it, and neither without the other', () => {
    const DATABASE_URL = 'postgres://me:secret@pooler.example.org:6432/tollgate';
    const DATABASE_DIRECT_URL = 'postgres://me:secret@db.example.org:5432/tollgate';
    const DATABASE_POOLER = 'transaction';
    expect(readEnvironment({ DATABASE_URL }).databaseDirectUrl).toBeNull();
    expect(readEnvironment({ DATABASE_URL, DATABASE_POOLER, DATABASE_DIRECT_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      databaseDirectUrl: DATABASE_DIRECT_URL,
    });
    expect(problemsOf({ DATABASE_URL, DATABASE_POOLER })).toEqual([expect.stringContaining('DATABASE_DIRECT_URL')]);
    expect(problemsOf({ DATABASE_URL, DATABASE_DIRECT_URL })).toEqual([expect.stringContaining('DATABASE_POOLER')]);
    expect(problemsOf({ DATABASE_URL, DATABASE_POOLER: 'statement', DATABASE_DIRECT_URL })).toEqual([
      expect.stringContaining('and was "statement"'),
    ]);
    expect(problemsOf({ DATABASE_POOLER, DATABASE_DIRECT_URL })).toEqual([expect.stringContaining('DATABASE_URL')]);
    expect(problemsOf({ DATABASE_URL, DATABASE_POOLER, DATABASE_DIRECT_URL: 'db.example.org' })).toEqual([
      expect.stringMatching(/^DATABASE_DIRECT_URL must look like/),
    ]);
  });

  it('takes replicas of a database, and how far one may lag', () => {
    const DATABASE_URL = 'postgres://me:secret@db.example.org:5432/tollgate';
    const [one, two] = ['postgres://me@one.example.org/tollgate', 'postgres://me@two.example.org/tollgate'];
    expect(readEnvironment({ DATABASE_URL }).replicas).toEqual({ urls: [], longestLagSeconds: 10 });
    expect(
      readEnvironment({ DATABASE_URL, DATABASE_REPLICA_URLS: ` ${one}, ${two},`, DATABASE_REPLICA_LAG: '3' }).replicas,
    ).toEqual({ urls: [one, two], longestLagSeconds: 3 });
    expect(problemsOf({ DATABASE_URL, DATABASE_REPLICA_URLS: `${one},two` })).toEqual([
      expect.stringMatching(/^DATABASE_REPLICA_URLS must list/),
    ]);
    expect(problemsOf({ DATABASE_REPLICA_URLS: one })).toEqual([expect.stringContaining('DATABASE_URL')]);
    for (const DATABASE_REPLICA_LAG of ['0', '-1', '3601', 'soon']) {
      expect(problemsOf({ DATABASE_URL, DATABASE_REPLICA_LAG })).toEqual([
        expect.stringMatching(/^DATABASE_REPLICA_LAG must be/),
      ]);
    }
  });

  it('logs what somebody must look at, unless more or less is asked for', () => {
    expect(readEnvironment({}).logLevel).toBe('warn');
    expect(readEnvironment({ TOLLGATE_LOG_LEVEL: 'info' }).logLevel).toBe('info');
    expect(problemsOf({ TOLLGATE_LOG_LEVEL: 'loud' })).toEqual([
      'TOLLGATE_LOG_LEVEL must be one of debug, info, warn, error, silent, and was "loud".',
    ]);
  });

  it('takes an empty value for unset', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ', TOLLGATE_DEMO: '' })).toMatchObject({
      port: 3000,
      databaseUrl: null,
      demo: true,
    });
  });

  it('refuses with every problem at once, each with the name of its variable', () => {
    const problems = problemsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://host/db',
      TOLLGATE_BOOTSTRAP_TOKEN: 'short',
      TOLLGATE_SECRET_KEY: 'hunter4',
      TOLLGATE_DEMO: 'yes',
      OIDC_ISSUER: 'id.example.org',
      OIDC_AUDIENCE: 'tollgate',
      TOLLGATE_PROCESSES: '65',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'TOLLGATE_PROCESSES',
      'DATABASE_URL',
      'TOLLGATE_BOOTSTRAP_TOKEN',
      'TOLLGATE_SECRET_KEY',
      'TOLLGATE_DEMO',
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_AUDIENCE',
    ]);
  });

  it('takes access tokens for an audience that is not that of ID tokens', () => {
    const given = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'tollgate' };
    expect(readEnvironment({ ...given, OIDC_AUDIENCE: 'https://tollgate.example.org' }).accessTokens).toEqual({
      issuer: new URL('https://id.example.org'),
      audience: 'https://tollgate.example.org',
    });
    expect(readEnvironment(given).accessTokens).toBeNull();
    expect(problemsOf({ ...given, OIDC_AUDIENCE: 'tollgate' })).toEqual([expect.stringContaining('must differ')]);
  });

  it('never repeats a token or a password in what it says', () => {
    const said = problemsOf({ TOLLGATE_BOOTSTRAP_TOKEN: 'hunter2', DATABASE_URL: 'mysql://me:hunter3@host/db' }).join(
      ' ',
    );
    expect(said).not.toMatch(/hunter/);
    expect(said).toContain('TOLLGATE_BOOTSTRAP_TOKEN');
  });

  it('takes a key for secrets, of 32 bytes in base64', () => {
    const TOLLGATE_SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
    expect(readEnvironment({ TOLLGATE_SECRET_KEY }).secretKey).toEqual(Buffer.alloc(32, 7));
    expect(problemsOf({ TOLLGATE_SECRET_KEY: 'hunter4' }).join()).not.toContain('hunter4');
  });

  it('takes networks that may be called, and where the board is', () => {
    const { allowedNetworks, publicUrl } = readEnvironment({
      TOLLGATE_ALLOWED_NETWORKS: ' 10.0.0.0/8 , fd00::/8,',
      TOLLGATE_PUBLIC_URL: 'https://tollgate.example.org/',
    });
    expect(['10.1.2.3', 'fd00::1', '11.0.0.1'].map((address) => allowedNetworks.includes(address))).toEqual([
      true,
      true,
      false,
    ]);
    expect(publicUrl).toBe('https://tollgate.example.org');
    expect(readEnvironment({}).allowedNetworks.includes('127.0.0.1')).toBe(false);
  });

  it.each(['10.0.0.0', '10.0.0.0/33', 'fd00::/129', 'intranet', '10.0.0.0/8/8', '10.0.0.0/a', 'fe80::1%eth0/64'])(
    'takes no network %s, and says which it is',
    (network) => {
      expect(problemsOf({ TOLLGATE_ALLOWED_NETWORKS: `127.0.0.0/8,${network}` }).join()).toContain(`"${network}"`);
    },
  );

  it.each(['tollgate', 'ftp://tollgate.example.org', 'https://me@tollgate.example.org', 'https://a.example/?b'])(
    'takes no public address %s',
    (TOLLGATE_PUBLIC_URL) => {
      expect(problemsOf({ TOLLGATE_PUBLIC_URL })).toHaveLength(1);
    },
  );

  it.each(['-1', '3.5', 'http', '1e3', '65536'])('takes no port %s', (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1);
  });

  describe('of an OpenID provider', () => {
    const OIDC = { OIDC_ISSUER: 'https://id.example.org/realms/one', OIDC_CLIENT_ID: 'tollgate' };

    it('needs an issuer and a client id, and makes up the rest', () => {
      expect(readEnvironment(OIDC).oidc).toEqual({
        issuer: new URL('https://id.example.org/realms/one'),
        clientId: 'tollgate',
        clientSecret: null,
        label: 'id.example.org',
        scopes: 'openid email profile',
      });
      const more = { OIDC_CLIENT_SECRET: 'hunter5', OIDC_LABEL: ' Example Inc. ', OIDC_SCOPES: 'email openid' };
      expect(readEnvironment({ ...OIDC, ...more }).oidc).toMatchObject({
        clientSecret: 'hunter5',
        label: 'Example Inc.',
        scopes: 'email openid',
      });
    });

    it.each(['http://localhost:4000', 'http://127.0.0.1:4000/oidc', 'http://[::1]:4000'])('takes %s', (OIDC_ISSUER) => {
      expect(readEnvironment({ ...OIDC, OIDC_ISSUER }).oidc?.issuer).toEqual(new URL(OIDC_ISSUER));
    });

    it.each([
      'http://id.example.org',
      'http://localhost.example.org',
      'ftp://id.example.org',
      'https://me@id.example.org',
      'https://id.example.org?a',
      'https://id.example.org/#a',
    ])('takes no %s', (OIDC_ISSUER) => {
      expect(problemsOf({ ...OIDC, OIDC_ISSUER }).join()).toMatch(/^OIDC_ISSUER must/);
    });

    it('says what is of no use, and never a secret', () => {
      expect(problemsOf({ OIDC_CLIENT_SECRET: 'hunter5', OIDC_LABEL: 'Example' })).toEqual([
        'OIDC_CLIENT_SECRET is of no use without OIDC_ISSUER.',
        'OIDC_LABEL is of no use without OIDC_ISSUER.',
      ]);
    });

    it('takes no scopes without openid, and no label that fits on no button', () => {
      expect(problemsOf({ ...OIDC, OIDC_SCOPES: 'email profile' }).join()).toMatch(/^OIDC_SCOPES must/);
      expect(problemsOf({ ...OIDC, OIDC_LABEL: 'a'.repeat(61) }).join()).toMatch(/^OIDC_LABEL must/);
    });
  });
});
