import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';

/** The root of this checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const SHARED = resolve(process.env['TOLLGATE_SHARED'] ?? join(ROOT, '..', 'shared'));

/** A file or folder of the material that lies beside the checkout (or where TOLLGATE_SHARED says); null when it is not there. */
export const sharedPath = (name: string): string | null => {
  const path = join(SHARED, name);
  return existsSync(path) ? path : null;
};

/** Describes tests that need a file of the shared material; where it is missing they are skipped, and their title says why. */
export const describeWithShared = (name: string, title: string, tests: (path: string) => void): void => {
  const path = sharedPath(name);
  if (path === null) {
    describe.skip(`${title} (skipped: ${join(SHARED, name)} is not there; set TOLLGATE_SHARED to the folder that has it)`, () => {
      tests('');
    });
  } else {
    describe(title, () => {
      tests(path);
    });
  }
};
