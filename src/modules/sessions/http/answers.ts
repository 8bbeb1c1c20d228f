import type { FastifyReply } from 'fastify';

/** Nobody in between keeps who somebody is, or a cookie. */
export const PRIVATE = { 'cache-control': 'no-store', vary: 'Cookie' };

/** 204, with the cookies that change. */
export const done = async (reply: FastifyReply, cookie: string): Promise<void> => {
  await reply.code(204).headers(PRIVATE).header('set-cookie', cookie).send();
};

/** A status of 4xx, with a sentence for people. */
export const refused = async (reply: FastifyReply, status: number, message: string): Promise<void> => {
  await reply.code(status).headers(PRIVATE).send({ message });
};
