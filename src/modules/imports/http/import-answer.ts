import type { Refusal } from '../../../domain/basics/result.js';
import { STATUS_OF_FAULT } from '../../../platform/failure.js';
import { Fault } from '../../../platform/faults.js';
import { ImportStopped } from '../commands/import-stopped.js';

/** An HTTP status and the JSON that goes with it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Problem {
  /** Where in the request, for instance `mapping.columns.name`. */
  readonly place: string;
  readonly message: string;
}

export const failed = (status: number, code: string, message: string, more: object = {}): Answer => ({
  status,
  body: { error: { code, message }, ...more },
});

/** 400 with everything that is wrong, each with its place; nothing was imported. */
export const unusable = (problems: readonly Problem[]): Answer =>
  failed(
    400,
    'INVALID',
    `Nothing was imported: ${problems.map(({ place, message }) => `${place}: ${message}`).join(' ')}`,
    { problems },
  );

/** 404 for what is not there; 400 for all else. */
export const refusedAnswer = (refusals: readonly Refusal[]): Answer => {
  const missing = refusals.find(({ code }) => code === 'NOT_FOUND');
  return missing
    ? failed(404, 'NOT_FOUND', missing.message)
    : unusable(refusals.map(({ field = [], message }) => ({ place: field.join('.'), message })));
};

/** The answer to a failure that a client can do something about; null for all others. */
export const answerTo = (error: unknown): Answer | null => {
  if (error instanceof Fault) {
    return failed(STATUS_OF_FAULT[error.code], error.code, error.message);
  }
  if (error instanceof ImportStopped) {
    const { report, summary, line } = error;
    const message = `The import stopped: rows before line ${line} are in (${summary}), the rest is not. Send the same import again: it goes on from there.`;
    return failed(503, 'SERVICE_UNAVAILABLE', message, { stoppedAtLine: line, ...report });
  }
  return isBadForm(error) ? failed(400, 'INVALID', `The form cannot be read: ${error.message}.`) : null;
};

/** What the reader of forms throws: it is about the request, and says so with a status below 500. */
const isBadForm = (error: unknown): error is Error & { statusCode: number } =>
  error instanceof Error &&
  (('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500) ||
    /multipart|terminated early|premature/i.test(error.message));
