/** The closed list of reasons for which a command refuses; the contract of every client. */
export const REFUSAL_CODES = [
  'INVALID',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'STALE_VERSION',
  'WRONG_STATE',
  'IDEMPOTENCY_MISMATCH',
  'CRITERION_UNMET',
  'CRITERION_VETO',
  'CONDITION_OPEN',
  'CONDITION_INVALID',
  'QUORUM_NOT_MET',
  'OUTCOME_NOT_SUPPORTED',
  'OWNER_CANNOT_VOTE',
  'SELF_REVIEW',
  'RECYCLE_LIMIT',
  'WAIVER_EXISTS',
  'WAIVER_TOO_LONG',
  'TARGETS_NOT_100',
  'TEMPLATE_UNREACHABLE_STAGE',
  'OVER_CAPACITY',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One reason for a refusal: a code for machines, a sentence for people, and the argument at fault where there is one. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** Path into the arguments of the command, for instance `['input', 'name']`. */
  readonly field?: readonly string[];
  /** With STALE_VERSION: the version that stands. */
  readonly currentVersion?: number;
}

export type Result<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly R[] };

export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <R extends Refusal>(
  ...refusals: readonly R[]
): { readonly ok: false; readonly refusals: readonly R[] } => ({
  ok: false,
  refusals,
});

/** A refusal for an argument that is at fault. */
export const invalid = (field: readonly string[], message: string): Refusal => ({ code: 'INVALID', message, field });

/** A refusal for a thing that is not there, or that the caller may not know of. */
export const notFound = (what: string, field?: readonly string[]): Refusal => ({
  code: 'NOT_FOUND',
  message: `${what} was not found.`,
  ...(field ? { field } : {}),
});

/** A refusal for a change that was made on another version than the one that stands. */
export const staleVersion = (currentVersion: number, expectedVersion: number): Refusal => ({
  code: 'STALE_VERSION',
  message: `Somebody else changed it first: it stands at version ${currentVersion}, you saw version ${expectedVersion}. Read it again and look at what changed.`,
  field: ['input', 'expectedVersion'],
  currentVersion,
});
