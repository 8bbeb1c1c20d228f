import { afterAll, beforeAll } from '@jest/globals';
import { log } from '../../src/platform/logging.js';

/** Writes no log while the tests of this file run. */
export const hushLog = (): void => {
  const { level } = log;
  beforeAll(() => {
    log.level = 'silent';
  });
  afterAll(() => {
    log.level = level;
  });
};
