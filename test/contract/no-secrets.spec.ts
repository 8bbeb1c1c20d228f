import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isWellFormedToken, newToken } from '../../src/modules/identity/token-form.js';
import { ROOT } from '../support/shared.js';

/** What secrets look like that grant something. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/g,
  'an access key of AWS': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  'a token of GitHub': /\b(?:gh[pousr]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{40,})/g,
  'a token of GitLab': /\bgl(?:pat|dt|rt|ptt)-[0-9A-Za-z_-]{20,}/g,
  'a token of Slack': /\bxox[abeoprs]-[0-9A-Za-z-]{10,}/g,
  'an address of a Slack channel':
    /https:\/\/hooks\.slack\.com\/services\/T[0-9A-Z]{8,}\/B[0-9A-Z]{8,}\/[0-9A-Za-z]{20,}/g,
  'a token of Atlassian': /\bATATT3[0-9A-Za-z_=-]{20,}/g,
  'a key of Linear': /\blin_(?:api|wh|oauth)_[0-9A-Za-z]{30,}/g,
  'a token of npm': /\bnpm_[0-9A-Za-z]{36}\b/g,
  'a key of Google': /\bAIza[0-9A-Za-z_-]{35}\b/g,
  'a key of a model’s provider': /\bsk-(?:ant-|proj-)?[0-9A-Za-z_-]{32,}/g,
  'a key of Stripe': /\b[rs]k_live_[0-9A-Za-z]{20,}/g,
  'a secret of Standard Webhooks': /\bwhsec_[0-9A-Za-z+/]{24,}/g,
  'a JWT': /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}/g,
  'a token of Tollgate': /\btgt_[0-9A-Za-z]{36}\b/g,
};

/** What looks like one and grants nothing: where, what begins so, and why it stands there. */
const HARMLESS: readonly (readonly [file: string, beginning: string, reason: string])[] = [
  ['src/tools/signatures/signatures.spec.ts', 'whsec_', 'secrets made up for the signatures of the spec'],
];

// One that is not well formed could never sign in: examples are such.
const grantsNothing = (secret: string): boolean => secret.startsWith('tgt_') && !isWellFormedToken(secret);

/** The secrets that stand in a text, by their forms. */
const secretsIn = (text: string): readonly (readonly [form: string, secret: string])[] =>
  Object.entries(FORMS).flatMap(([form, pattern]) =>
    Array.from(text.matchAll(pattern), ([secret]) => [form, secret] as const).filter(
      ([, secret]) => !grantsNothing(secret),
    ),
  );

const isHarmless = (file: string, secret: string): boolean =>
  HARMLESS.some(([path, beginning]) => path === file && secret.startsWith(beginning));

const filesOfTheRepository = (): string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0')
    .filter((file) => lstatSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile());

describe('the repository', () => {
  it('holds no secret', () => {
    const found = filesOfTheRepository().flatMap((file) =>
      secretsIn(readFileSync(join(ROOT, file), 'utf8'))
        .filter(([, secret]) => !isHarmless(file, secret))
        // The secret itself is not to stand in a log too.
        .map(([form, secret]) => `${file}: ${form}, ${secret.slice(0, 8)}...`),
    );
    expect(found).toEqual([]);
  });

  it('lets nothing pass as harmless that is not there any more', () => {
    const idle = HARMLESS.filter(
      ([file, beginning]) =>
        !secretsIn(readFileSync(join(ROOT, file), 'utf8')).some(([, secret]) => secret.startsWith(beginning)),
    );
    expect(idle).toEqual([]);
  });

  // Put together here, so that the file itself holds none.
  const letters = (count: number): string => 'aB3'.repeat(count).slice(0, count);
  it.each([
    ['a private key', `-----BEGIN ${['EC', 'PRIVATE'].join(' ')} KEY-----`],
    ['an access key of AWS', `AKIA${'ABCDEFGH'.repeat(2)}`],
    ['a token of GitHub', `ghp_${letters(36)}`],
    ['a token of GitHub', `github_pat_${letters(60)}`],
    ['a token of GitLab', `glpat-${letters(20)}`],
    ['a token of Slack', `xoxb-${letters(10)}-${letters(24)}`],
    [
      'an address of a Slack channel',
      `https://hooks.slack.com/services/T${'AB12'.repeat(2)}/B${'AB12'.repeat(2)}/${letters(24)}`,
    ],
    ['a token of Atlassian', `ATATT3${letters(40)}`],
    ['a key of Linear', `lin_api_${letters(40)}`],
    ['a token of npm', `npm_${letters(36)}`],
    ['a key of Google', `AIza${letters(35)}`],
    ['a key of a model’s provider', `sk-ant-${letters(40)}`],
    ['a key of Stripe', `sk_live_${letters(24)}`],
    ['a secret of Standard Webhooks', `whsec_${letters(32)}`],
    ['a JWT', `eyJ${letters(20)}.eyJ${letters(20)}.${letters(30)}`],
    ['a token of Tollgate', newToken()],
  ])('would be refused with %s', (form, secret) => {
    expect(secretsIn(`const secret = '${secret}';`)).toContainEqual([form, secret]);
  });
});
