import { Agent, request, type IncomingHttpHeaders } from 'node:http';

// As few turns of the processor as can be: what the load costs, the server does not have.
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly idempotencyKey?: string;
}

/** What became of a request; status 0 where the connection broke or nothing came in time. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly milliseconds: number;
}

const GIVES_UP_AFTER_MS = 30_000;

/** Asks the API one operation. It never throws. */
export const ask = (url: string, token: string, { query, variables, idempotencyKey }: Operation): Promise<Answer> =>
  new Promise((resolve) => {
    const begun = performance.now();
    const end = (status: number, headers: IncomingHttpHeaders, text: string): void => {
      resolve({ status, headers, text, milliseconds: performance.now() - begun });
    };
    const lost = (): void => {
      end(0, {}, '');
    };
    const asked = request(`${url}/graphql`, {
      method: 'POST',
      agent,
      timeout: GIVES_UP_AFTER_MS,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
    });
    asked.on('timeout', () => asked.destroy()).on('error', lost);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', lost)
        .on('end', () => {
          end(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString());
        });
    });
    asked.end(JSON.stringify({ query, variables }));
  });
