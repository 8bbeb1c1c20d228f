import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

// Fakes are built from pages as they were recorded, and look into them by name.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A question that a fake tool got. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Json;
  /** Of the fake itself, without a slash at its end. */
  readonly base: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** What can go wrong with one answer. */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: Json }
  /** Half of the JSON, told as whole. */
  | 'TRUNCATED'
  /** Fewer bytes than were promised. */
  | 'CUT_OFF'
  /** No answer at all. */
  | 'SILENT';

export interface FakeTool {
  /** Where it is; nothing behind the port. */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The next answers go wrong so, one after the other; null: this one does not. */
  trouble(...troubles: readonly (Trouble | null)[]): void;
  /** Every answer goes wrong so, until it is told otherwise by null. */
  alwaysTrouble(trouble: Trouble | null): void;
  stop(): Promise<void>;
}

export const NOT_FOUND: Reply = { status: 404, body: { message: 'Not Found' } };

/** A real HTTP server on this machine that answers like a tool, and goes wrong when it is told to. */
export const startFakeTool = async (answer: (asked: Asked) => Reply): Promise<FakeTool> => {
  const asked: Asked[] = [];
  const troubles: (Trouble | null)[] = [];
  let always: Trouble | null = null;
  let base = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', base);
      const text = Buffer.concat(chunks).toString('utf8');
      const question: Asked = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text === '' ? null : JSON.parse(text),
        base,
      };
      asked.push(question);
      const trouble = troubles.length > 0 ? (troubles.shift() ?? null) : always;
      if (trouble === 'SILENT') {
        return;
      }
      const reply = typeof trouble === 'object' && trouble !== null ? trouble : answer(question);
      const body = reply.body === undefined ? '' : JSON.stringify(reply.body);
      const headers = { 'content-type': 'application/json', ...reply.headers };
      if (trouble === 'TRUNCATED') {
        response.writeHead(200, headers).end(body.slice(0, Math.floor(body.length / 2)));
      } else if (trouble === 'CUT_OFF') {
        response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
        response.write(body.slice(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
      } else {
        response.writeHead(reply.status ?? 200, headers).end(body);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    asked,
    trouble: (...next) => {
      troubles.push(...next);
    },
    alwaysTrouble: (trouble) => {
      always = trouble;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
