import domain from './jest.domain.config.mjs';

/**
 * As the domain's own run, but properties draw the same values every time: a mutant killed today is killed tomorrow.
 * @type {import('jest').Config}
 */
export default { ...domain, setupFiles: ['<rootDir>/test/support/same-values.mjs'] };
