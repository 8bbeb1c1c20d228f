import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signalRoom, type SignalRoom } from '../support/signal-room.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

let server: TestServer;
let room: SignalRoom;
let kpiId: string;

beforeAll(async () => {
  server = await startTestServer();
  server.at('2026-05-01T09:00:00Z');
  room = await signalRoom(server, 'scale', '2026-04-01');
  await room.plan({ name: 'drift', breachAbove: '0.3' });
  const { kpiDefine } = await room.company.manager.ask(
    `mutation ($id: ID!) { kpiDefine(initiativeId: $id, input: { name: "Cost", unit: "EUR", role: PRIMARY, class: BUSINESS,
       direction: DECREASE, dataSource: "Ledger", target: "5", baselineValue: "9", baselineMeasuredOn: "2026-02-01" }) { kpi { id } } }`,
    { id: room.id },
  );
  kpiId = kpiDefine.kpi.id as string;
});

afterAll(() => server.stop());

const post = async (
  path: string,
  body: string,
  type = 'application/json',
  token: string | null = room.machine.token,
) => {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body,
  });
  return { status: response.status, body: await response.json() };
};

const measure = (...measurements: readonly Json[]) => JSON.stringify({ measurements });
const good = () => ({
  kpiId,
  value: '7.5',
  measuredOn: '2026-04-30',
  source: 'job',
  externalId: 'm-1',
  sampleSize: 12,
});

describe('POST /api/kpi-measurements', () => {
  const path = '/api/kpi-measurements';

  it('takes JSON, and the same again as CSV is known', async () => {
    expect(await post(path, measure(good()))).toEqual({ status: 200, body: { recorded: 1, duplicates: 0 } });
    const csv = `kpiId,value,measuredOn,source,externalId,sampleSize\r\n${kpiId},7.50,2026-04-30,job,m-1,12\r\n${kpiId},8,2026-04-29,job,m-2,\r\n`;
    expect(await post(path, csv, 'text/csv; charset=utf-8')).toEqual({
      status: 200,
      body: { recorded: 1, duplicates: 1 },
    });
  });

  it('refuses all of a batch with every reason and its place', async () => {
    const answer = await post(
      path,
      measure({ ...good(), value: 7.5, sampleSize: 'x', source: 5 }, { value: 'NaN', measuredOn: '2026-02-30' }),
    );
    expect(answer.status).toBe(400);
    expect(answer.body.problems.map(({ place }: Json) => place)).toEqual([
      'measurements.0.source',
      'measurements.0.value',
      'measurements.0.sampleSize',
      'measurements.1.kpiId',
      'measurements.1.source',
      'measurements.1.value',
      'measurements.1.measuredOn',
    ]);
    expect(await post(path, measure({ ...good(), measuredOn: '2026-05-02' }))).toMatchObject({
      status: 400,
      body: { problems: [{ code: 'INVALID' }] },
    });
    expect(await post(path, measure({ ...good(), value: '1' }))).toMatchObject({
      status: 400,
      body: { problems: [{ code: 'IDEMPOTENCY_MISMATCH' }] },
    });
  });

  it('answers with the status of what is wrong, and never with ours', async () => {
    expect((await post(path, measure({ ...good(), kpiId: 'nobody' }))).status).toBe(404);
    expect((await post(path, measure(good()), 'application/json', null)).status).toBe(401);
    expect((await post(path, measure(good()), 'application/json', room.company.reviewer.token)).status).toBe(403);
    expect((await post(path, '<x/>', 'application/xml')).status).toBe(415);
    expect((await post(path, 'a', 'text/plain')).status).toBe(415);
    expect((await post(path, `"${'x'.repeat(5_000_000)}"`)).status).toBe(413);
    for (const body of [
      '',
      '{',
      '[]',
      '{"measurements":{}}',
      '{"measurements":[1]}',
      measure({ ...good(), other: 1 }),
    ]) {
      expect((await post(path, body)).status).toBe(400);
    }
    for (const csv of [
      '',
      'kpiId,value\n',
      'kpiId,kpiId,value,measuredOn,source,x\n',
      '"',
      `kpiId,value,measuredOn,source\na,b,c,d,e\n`,
    ]) {
      expect((await post(path, csv, 'text/csv')).status).toBe(400);
    }
    expect((await post(path, measure(...Array.from({ length: 1_001 }, good)))).status).toBe(400);
    expect(await post(path, measure())).toEqual({ status: 200, body: { recorded: 0, duplicates: 0 } });
  });
});

describe('POST /api/signals', () => {
  it('answers row by row, for JSON and CSV', async () => {
    const reading = {
      initiativeKey: room.key,
      signal: 'drift',
      at: '2026-05-01T08:00:00Z',
      value: '0.31',
      source: 'job',
    };
    const bad = { ...reading, at: 'yesterday', value: 0.5 };
    const answer = await post(
      '/api/signals',
      JSON.stringify({ readings: [reading, bad, { ...reading, signal: 'x' }] }),
    );
    expect(answer).toMatchObject({ status: 200, body: { recorded: 1, duplicates: 0, refused: 2 } });
    expect(answer.body.rows.map(({ status }: Json) => status)).toEqual(['RECORDED', 'REFUSED', 'REFUSED']);
    expect(answer.body.rows[1].userErrors.map(({ field }: Json) => field.join('.'))).toEqual([
      'input.readings.1.at',
      'input.readings.1.value',
    ]);
    const csv = `initiativeKey,signal,at,value,source\n${room.key},drift,2026-05-01T08:00:00Z,0.31,job\n`;
    expect((await post('/api/signals', csv, 'text/csv')).body).toMatchObject({ recorded: 0, duplicates: 1 });
    expect(await room.signal('drift')).toMatchObject({ level: 'BREACHED', value: '0.31' });
    expect((await post('/api/signals', csv, 'text/csv', room.company.reviewer.token)).status).toBe(403);
  });
});
