import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../domain/basics/result.js';
import { STATUS_OF_FAULT } from '../failure.js';
import { Fault } from '../faults.js';
import { readRows, type RowForm, type RowProblem, type SentRow } from './read-rows.js';

/** An HTTP status and the JSON that goes with it. */
export interface RowsAnswer {
  readonly status: number;
  readonly body: object;
}

const failed = (status: number, code: string, message: string, problems?: readonly object[]): RowsAnswer => ({
  status,
  body: { error: { code, message }, ...(problems ? { problems } : {}) },
});

const unusable = (problems: readonly RowProblem[]): RowsAnswer =>
  failed(
    400,
    'INVALID',
    `Nothing was recorded: ${problems.length} problems, of which the first: ${first(problems)}`,
    problems,
  );

const first = ([problem]: readonly RowProblem[]): string => (problem ? `${problem.place}: ${problem.message}` : '');

/** A refusal of the whole: 404 where all that is wrong is that something is not there, else 400; with every reason and its place. */
export const refusedRows = (refusals: readonly Refusal[]): RowsAnswer => {
  const problems = refusals.map(({ code, message, field }) => ({ place: field?.join('.') ?? 'body', code, message }));
  return refusals.every(({ code }) => code === 'NOT_FOUND')
    ? failed(404, 'NOT_FOUND', `Nothing was recorded: ${first(problems)}`, problems)
    : unusable(problems);
};

/**
 * Answers a request that sends rows without GraphQL: who sends them first, then whether they can be read, then what `record`
 * makes of them. 400 with every reason for a body that cannot be read, 401, 403, 415; never anything of a row in an error of
 * ours.
 */
export const answerRows = async <Sender>(
  request: FastifyRequest,
  reply: FastifyReply,
  form: RowForm,
  identify: (request: FastifyRequest) => Promise<Sender>,
  record: (sender: Sender, rows: readonly SentRow[]) => Promise<RowsAnswer>,
): Promise<void> => {
  const { status, body } = await answerTo(request, form, identify, record);
  await reply
    .code(status)
    .headers(status === 401 ? { 'www-authenticate': 'Bearer' } : {})
    .send(body);
};

const answerTo = async <Sender>(
  request: FastifyRequest,
  form: RowForm,
  identify: (request: FastifyRequest) => Promise<Sender>,
  record: (sender: Sender, rows: readonly SentRow[]) => Promise<RowsAnswer>,
): Promise<RowsAnswer> => {
  try {
    const sender = await identify(request);
    const read = await readRows(request.body, request.headers['content-type'], form);
    if (read.state === 'ROWS') {
      return await record(sender, read.rows);
    }
    return read.state === 'OTHER_TYPE'
      ? failed(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json or text/csv.')
      : unusable(read.problems);
  } catch (error) {
    if (error instanceof Fault) {
      return failed(STATUS_OF_FAULT[error.code], error.code, error.message);
    }
    throw error;
  }
};
