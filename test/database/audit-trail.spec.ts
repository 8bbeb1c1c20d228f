import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { refuse, type Result } from '../../src/domain/basics/result.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { AppendAudit } from '../../src/modules/audit/commands/append-audit.js';
import { AuditEvents, type AuditVerification } from '../../src/modules/audit/queries/audit-events.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type TestServer } from '../support/server.js';

// Whoever writes past the database and its constraints can do anything to the rows: what they did is found all the same.

let server: TestServer;
let company: Company;
let portfolio: string;
let initiative: string;
let chain: string;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server);
  const [row] = await server.source.query<{ id: string }[]>('SELECT id FROM portfolio WHERE key = $1', [company.key]);
  portfolio = row!.id;
});

beforeEach(async () => {
  initiative = await company.create();
  chain = `initiative:${initiative}`;
  await company.document(initiative, 'problem-statement', '2026-03-01');
  await company.request(initiative);
});

afterAll(() => server.stop());

const verified = (): Promise<AuditVerification> => server.app.get(AuditEvents, { strict: false }).verify(portfolio);

/** What is found after something was done by who may do everything, and undone again. */
const foundAfter = async (...statements: readonly string[]): Promise<AuditVerification> => {
  const runner = server.source.createQueryRunner();
  const events = await runner.query('SELECT * FROM audit_event WHERE chain = $1', [chain]);
  const columns = 'chain, sequence, previous_sequence, previous_hash, body, hash';
  await runner.query("SET session_replication_role = 'replica'");
  try {
    for (const statement of statements) {
      await runner.query(statement, [chain]);
    }
    return await verified();
  } finally {
    await runner.query('DELETE FROM audit_event WHERE chain = $1', [chain]);
    await runner.query(
      `INSERT INTO audit_event (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::audit_event, $1::json)`,
      [JSON.stringify(events)],
    );
    await runner.query("SET session_replication_role = 'origin'");
    await runner.release();
  }
};

/** An event with another body and the hash of that, as who knows how hashes are made would leave it. */
const REWRITTEN = `
  UPDATE audit_event SET body = replace(body, 'evidence.submitted', 'evidence.accepted'),
    hash = encode(sha256(convert_to(previous_hash || ':' || sequence || ':' || replace(body, 'evidence.submitted', 'evidence.accepted'), 'UTF8')), 'hex')
  WHERE chain = $1 AND body LIKE '%evidence.submitted%'`;

describe('the audit trail', () => {
  it('is whole where nobody tampered with it', async () => {
    expect(await verified()).toMatchObject({ ok: true, firstBroken: null });
  });

  it('shows an event that names another past than the one before it, though its own hash fits', async () => {
    const { ok, firstBroken } = await foundAfter(REWRITTEN);
    expect([ok, firstBroken?.chain]).toEqual([false, chain]);
    expect(firstBroken?.reason).toContain('does not name the hash of the event before it');
  });

  it('shows a gap', async () => {
    const { firstBroken } = await foundAfter('DELETE FROM audit_event WHERE chain = $1 AND sequence = 2');
    expect(firstBroken).toMatchObject({ chain, sequence: 2, reason: expect.stringContaining('is missing') });
  });

  it('shows a tail that was cut off', async () => {
    const { ok, firstBroken } = await foundAfter(
      'DELETE FROM audit_event WHERE chain = $1 AND sequence = (SELECT max(sequence) FROM audit_event WHERE chain = $1)',
    );
    expect([ok, firstBroken?.chain]).toEqual([false, chain]);
    expect(firstBroken?.reason).toContain('the tail was cut off or replaced');
  });

  it('tells nothing of what was rolled back', async () => {
    const before = await verified();
    const answer: Result<null> = await server.app.get(UnitOfWork, { strict: false }).run(async (tx) => {
      await server.app.get(AppendAudit, { strict: false }).run(tx, {
        initiativeId: initiative,
        portfolioId: portfolio,
        at: '2026-03-02T09:00:00.000Z' as Instant,
        actorId: null,
        action: 'initiative.updated',
        subjectType: 'Initiative',
        subjectId: initiative,
        changes: {},
      });
      return refuse({ code: 'WRONG_STATE', message: 'It was thought better of.' });
    });
    expect(answer.ok).toBe(false);
    expect(await verified()).toEqual(before);
  });
});
