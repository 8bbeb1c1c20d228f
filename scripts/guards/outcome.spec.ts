import { describe, expect, it } from '@jest/globals';
import { outcomeOf, unprovable, type Results } from './outcome.mjs';

const told = (...tests: readonly [fullName: string, status: string, ...failureMessages: string[]][]): Results => ({
  numRuntimeErrorTestSuites: 0,
  testResults: [
    {
      name: '/somewhere/test/api/tokens.spec.ts',
      assertionResults: tests.map(([fullName, status, ...failureMessages]) => ({ fullName, status, failureMessages })),
    },
  ],
});

describe('a guard that was turned off', () => {
  it('is found by the test that fails, and by what', () => {
    const results = told(['others', 'pending'], ['a token holds', 'failed', '\u001b[2mexpect\u001b[22m 401\n at x']);
    expect(outcomeOf(results)).toEqual({ verdict: 'found', by: 'a token holds', why: 'expect 401' });
  });

  it('survived where the test passes', () => {
    expect(outcomeOf(told(['a token holds', 'passed'], ['others', 'pending']))).toEqual({ verdict: 'SURVIVED' });
  });

  it.each([
    ['nothing was told', null],
    ['a file of tests could not be loaded', { ...told(), numRuntimeErrorTestSuites: 1 }],
    ['the server did not start', told(['a token', 'failed', 'Error: x\n    at async startTestServer (server.ts:1:1)'])],
    ['the database is none', told(['a token', 'failed', 'Error: x\n    at createTestDatabase (database.ts:1:1)'])],
  ])('did not start where %s', (_, results) => {
    expect(outcomeOf(results)).toEqual({ verdict: 'did not start' });
  });

  it('says nothing where no test ran', () => {
    expect(outcomeOf(told(['others', 'pending']))).toEqual({ verdict: 'ran no test' });
  });
});

describe('a guard whose test does not pass while it is on', () => {
  const guard = (spec: string, test: string) =>
    ({ name: test, against: '', off: [], project: 'api', spec, test }) as const;

  it('proves nothing', () => {
    const [holds, fails, isNone, isElsewhere] = [
      guard('test/api/tokens.spec.ts', 'holds'),
      guard('test/api/tokens.spec.ts', 'fails'),
      guard('test/api/tokens.spec.ts', 'is nowhere'),
      guard('test/api/users.spec.ts', 'holds'),
    ];
    const results = told(['a token holds', 'passed'], ['a token fails', 'failed', 'x']);
    expect(unprovable([holds, fails, isNone, isElsewhere], results)).toEqual([fails, isNone, isElsewhere]);
    expect(unprovable([holds], null)).toEqual([holds]);
  });
});
