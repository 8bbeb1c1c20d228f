import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTracing } from '../../src/platform/observability/start-tracing.js';
import { traceRequest } from '../../src/platform/observability/traces.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code?: number; readonly message?: string };
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Span['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

describe('a trace', () => {
  let collector: Server;
  let server: TestServer;
  const bodies: Sent[] = [];
  const spans = (): readonly Span[] =>
    bodies.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)),
    );

  beforeAll(async () => {
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Sent);
          response.end('{}');
        });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${port}`;
    server = await startTestServer();
  });
  afterAll(async () => {
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    await server.stop();
    await new Promise((resolve) => collector.close(resolve));
  });

  const ask = async (query: string): Promise<void> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${server.admin.token}`,
        traceparent: `00-${TRACE}-${CALLER}-01`,
      },
      body: JSON.stringify({ query }),
    });
    await response.text();
  };

  it('is none where nothing is traced', () => {
    expect(traceRequest('POST', {})).toBeNull();
  });

  it('goes from the request of another service to each statement, and tells nothing of what was sent', async () => {
    const end = await startTracing();
    await ask(
      'mutation Make { portfolioCreate(input: { key: "SECRETKEY", name: "Secret name" }) { userErrors { message } } }',
    );
    await ask('query Look { portfolio(key: "SECRETKEY") { name initiatives(first: 0) { totalCount } } }');
    await end();

    const one = (name: string): Span => spans().find((span) => span.name === name)!;
    const [make, look] = [one('mutation Make'), one('query Look')];
    for (const operation of [make, look]) {
      const request = spans().find(({ spanId }) => spanId === operation.parentSpanId)!;
      expect(request).toMatchObject({ traceId: TRACE, parentSpanId: CALLER, name: 'POST' });
      expect(request.attributes).toEqual(
        expect.arrayContaining([
          { key: 'http.route', value: { stringValue: '/graphql' } },
          { key: 'http.response.status_code', value: { intValue: 200 } },
        ]),
      );
    }
    expect(look.status).toEqual({ code: 2, message: 'BAD_USER_INPUT' });
    const statementsOf = ({ spanId }: Span): readonly string[] =>
      spans()
        .filter(({ parentSpanId }) => parentSpanId === spanId)
        .map(({ attributes }) => String(attributes.find(({ key }) => key === 'db.query.text')?.value['stringValue']));
    expect(statementsOf(make).join(' ')).toContain('BEGIN');
    expect(statementsOf(make).join(' ')).toContain('INSERT INTO');
    expect(statementsOf(look)).toEqual([expect.stringContaining('FROM portfolio WHERE key = $1')]);
    // Who it is is found out before it is known what is asked for.
    expect(JSON.stringify(spans())).toContain('FROM api_token');
    expect(JSON.stringify(bodies)).not.toMatch(/SECRETKEY|Secret name|first-admins-token/);
    expect(bodies[0]?.resourceSpans[0]?.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'tollgate' },
    });
  });
});
