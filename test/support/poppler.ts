import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

const isThere = ['pdftotext', 'pdfinfo'].every((program) => spawnSync(program, ['-v']).error === undefined);

const run = (program: string, bytes: Buffer, ...options: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, [...options, '-', ...(program === 'pdftotext' ? ['-'] : [])], {
    input: bytes,
    encoding: 'utf8',
  });
  if (status !== 0 || stderr !== '') {
    throw new Error(`${program}: ${stderr}`);
  }
  return stdout;
};

/** Describes tests that read a PDF by the programs of Poppler; where they are missing these are skipped, and their title says why. */
export const describeWithPoppler = (title: string, tests: () => void): void => {
  if (isThere) {
    describe(title, tests);
  } else {
    describe.skip(`${title} (skipped: pdftotext and pdfinfo of poppler-utils are not there)`, tests);
  }
};

/** The text of a PDF as another program reads it. */
export const textByPoppler = (bytes: Buffer): string => run('pdftotext', bytes, '-enc', 'UTF-8');

/** What another program says a PDF is. */
export const aboutByPoppler = (bytes: Buffer): string => run('pdfinfo', bytes);

/** The tags of a PDF with what is in them, a line for each, as deep as it is indented; the lines of a text are joined. */
export const tagsByPoppler = (bytes: Buffer): string => run('pdfinfo', bytes, '-struct-text').replaceAll(/"\n *"/g, '');
