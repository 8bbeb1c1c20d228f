import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver got. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers one request; it may also not. */
export type Reaction = (response: ServerResponse, received: Received) => void;

export const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Reaction =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };
/** Takes the request and says nothing. */
export const hang: Reaction = () => undefined;
/** Breaks the connection off. */
export const reset: Reaction = (response) => {
  response.socket?.resetAndDestroy();
};
/** Sends its headers and a first byte, and never the rest. */
export const stall: Reaction = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('x');
};

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** All requests, in the order in which they came. */
  readonly received: Received[];
  /** How the next requests are answered, one after the other; all further ones by 204. */
  script(...reactions: readonly Reaction[]): void;
  /** How every request is answered for which nothing else stands in the script. */
  always(reaction: Reaction): void;
  stop(): Promise<void>;
}

/** A real HTTP server on this machine that keeps what it gets and answers as it is told. */
export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  const scripted: Reaction[] = [];
  let otherwise: Reaction = answer(204);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const got: Received = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(got);
      (scripted.shift() ?? otherwise)(response, got);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    script: (...reactions) => {
      scripted.push(...reactions);
    },
    always: (reaction) => {
      otherwise = reaction;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
