import { sha256Of } from '../../../platform/sha256.js';

/** Proves which ids were meant: the SHA-256 of them in their order, one a line. */
export const proofOf = (ids: readonly string[]): string => sha256Of(ids.join('\n'));
