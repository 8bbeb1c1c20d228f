import type { FastifyReply } from 'fastify';
import type { Refusal } from '../../../domain/basics/result.js';
import { STATUS_OF_FAULT } from '../../../platform/failure.js';
import { Fault } from '../../../platform/faults.js';
import type { Problem } from '../../../platform/http/query-parameters.js';

/** Sends what an answer comes to; a fault as its status, with its code and message. */
export const answering = async (reply: FastifyReply, answer: () => Promise<FastifyReply>): Promise<void> => {
  try {
    await answer();
  } catch (error) {
    if (!(error instanceof Fault)) {
      throw error;
    }
    const status = STATUS_OF_FAULT[error.code];
    await reply
      .code(status)
      .headers(status === 401 ? { 'www-authenticate': 'Bearer' } : {})
      .send({ error: { code: error.code, message: error.message } });
  }
};

/** 400 with everything that is wrong with what was asked. */
export const refuseAll = (reply: FastifyReply, problems: readonly Problem[]): FastifyReply => {
  const message = `Nothing was exported: ${problems.map(({ place, message }) => `${place}: ${message}`).join(' ')}`;
  return reply.code(400).send({ error: { code: 'INVALID', message }, problems });
};

/** 404 with what is not there for the viewer. */
export const refuseMissing = (reply: FastifyReply, refusals: readonly Pick<Refusal, 'message'>[]): FastifyReply =>
  reply.code(404).send({ error: { code: 'NOT_FOUND', message: refusals.map(({ message }) => message).join(' ') } });

/** How a file is sent: to be stored by the reader, and by nobody in between. */
export const fileHeaders = (name: string, mediaType: string): Readonly<Record<string, string>> => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});
