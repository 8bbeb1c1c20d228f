import { describe, expect, it } from '@jest/globals';
import { secretOf, secretProblem } from './connection-secret.js';
import { TICKET_TOOLS } from './ticket.js';

const SIXTEEN = 'x'.repeat(16);
const RANDOM = {
  base64: Buffer.alloc(32, 255).toString('base64'),
  base64url: Buffer.alloc(32, 255).toString('base64url'),
};
const keyOf = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

describe('a secret that is stated', () => {
  it('has 16 to 500 characters without space at its ends', () => {
    expect(secretProblem('JIRA', SIXTEEN)).toBeNull();
    expect(secretProblem('JIRA', 'x'.repeat(500))).toBeNull();
    for (const wrong of ['x'.repeat(15), 'x'.repeat(501), ` ${SIXTEEN}`, `${SIXTEEN}\u0000`]) {
      expect(secretProblem('JIRA', wrong)).toMatch(/16 to 500 characters/);
    }
  });

  it('is user:password for Azure DevOps', () => {
    expect(secretProblem('AZURE_DEVOPS', 'tollgate:long enough')).toBeNull();
    for (const wrong of [SIXTEEN, `:${SIXTEEN}`, `${SIXTEEN}:`]) {
      expect(secretProblem('AZURE_DEVOPS', wrong)).toMatch(/user:password/);
    }
  });

  it('is a key of Standard Webhooks of 24 to 64 bytes for the generic hook', () => {
    expect(secretProblem('GENERIC', keyOf(24))).toBeNull();
    expect(secretProblem('GENERIC', keyOf(64))).toBeNull();
    for (const wrong of [SIXTEEN, keyOf(23), keyOf(65), `whsec_${'*'.repeat(32)}`]) {
      expect(secretProblem('GENERIC', wrong)).toMatch(/Standard Webhooks/);
    }
  });
});

describe('a secret that is made', () => {
  it.each(TICKET_TOOLS)('is one that %s would take', (tool) => {
    expect(secretProblem(tool, secretOf(tool, RANDOM))).toBeNull();
  });

  it('is of the form the tool wants', () => {
    expect(TICKET_TOOLS.map((tool) => [tool, secretOf(tool, RANDOM)])).toEqual([
      ['JIRA', RANDOM.base64url],
      ['GITHUB', RANDOM.base64url],
      ['GITLAB', `whsec_${RANDOM.base64}`],
      ['LINEAR', RANDOM.base64url],
      ['AZURE_DEVOPS', `tollgate:${RANDOM.base64url}`],
      ['GENERIC', `whsec_${RANDOM.base64}`],
    ]);
  });
});
