import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutTo } from './message.js';
import { tellEvent, type ToldEvent } from './tell-event.js';

const INITIATIVE = { key: 'CLAIMS-7', name: 'Triage', url: 'https://tollgate.example.org/i/CLAIMS-7' };
const HEAD = { sequence: 12, portfolio: 'CLAIMS', actor: 'Grace', initiative: INITIATIVE };
const event = (action: string, changes: Record<string, unknown>): ToldEvent => ({ ...HEAD, action, changes });
const stayed = { from: 'poc', to: 'poc' };
const moved = { from: 'poc', to: 'pilot' };
const DECIDED = {
  gateKey: 'g2',
  outcome: 'GO',
  rationale: 'Good.',
  conditions: [{ id: '1', ownerId: '2', text: 'Do it.', dueOn: '2026-04-01', criterionKey: null }],
  stage: moved,
  status: { from: 'ACTIVE', to: 'ACTIVE' },
  snapshotSha256: 'abc',
};

describe('what an event is told as', () => {
  it('a decision, and its move where there is one', () => {
    const { gateKey, conditions, ...rest } = DECIDED;
    expect(conditions).toHaveLength(1);
    expect(tellEvent(event('gate.decided', DECIDED))).toEqual([
      {
        kind: 'GATE_DECIDED',
        data: {
          ...HEAD,
          ...rest,
          gate: gateKey,
          conditions: [{ text: 'Do it.', dueOn: '2026-04-01', criterion: null }],
        },
      },
      { kind: 'STAGE_CHANGED', data: { ...HEAD, stage: moved, reason: 'GATE_DECISION' } },
    ]);
    expect(tellEvent(event('gate.decided', { ...DECIDED, stage: stayed }))).toHaveLength(1);
  });

  it('a review, with where it is voted on', () => {
    expect(tellEvent(event('gateReview.requested', { gateKey: 'g2', dueOn: '2026-04-01', note: 'Look.' }))).toEqual([
      {
        kind: 'GATE_REVIEW_REQUESTED',
        data: { ...HEAD, gate: 'g2', dueOn: '2026-04-01', note: 'Look.', decideUrl: `${INITIATIVE.url}/decide` },
      },
    ]);
    const [silent] = tellEvent(event('gateReview.requested', { gateKey: 'g2', dueOn: null, note: null }));
    expect(silent?.data).toMatchObject({ note: null, dueOn: null });
  });

  it('a finding', () => {
    const changes = { code: 'POC_TRAP', level: 'WARNING', subject: '', since: '2026-03-02', message: 'It is stuck.' };
    expect(tellEvent(event('finding.raised', changes))).toEqual([
      { kind: 'FINDING_RAISED', data: { ...HEAD, code: 'POC_TRAP', level: 'WARNING', message: 'It is stuck.' } },
    ]);
    expect(tellEvent(event('finding.cleared', changes))).toEqual([]);
  });

  it('a breached condition', () => {
    const changes = { text: 'Do it.', dueOn: '2026-04-01', ownerId: '2', status: { from: 'ACTIVE', to: 'ON_HOLD' } };
    const { ownerId, ...rest } = changes;
    expect(ownerId).toBe('2');
    expect(tellEvent(event('gateCondition.breached', changes))).toEqual([
      { kind: 'CONDITION_BREACHED', data: { ...HEAD, ...rest } },
    ]);
  });

  it('a new initiative, by hand or by an import', () => {
    const created = (changes: Record<string, unknown>) => tellEvent(event('initiative.created', changes))[0]?.data;
    expect(created({ stage: 'intake' })).toEqual({ ...HEAD, stage: 'intake', imported: false });
    const visits = [{ stageKey: 'intake' }, { stageKey: 'poc' }];
    expect(created({ visits, isImported: true })).toMatchObject({ stage: 'poc', imported: true });
    expect(created({})).toMatchObject({ stage: '' });
  });

  it('a move by an import or to a newer template version, and nothing where it stayed', () => {
    expect(tellEvent(event('initiative.updated', { stage: moved }))).toEqual([
      { kind: 'STAGE_CHANGED', data: { ...HEAD, stage: moved, reason: 'IMPORT' } },
    ]);
    expect(tellEvent(event('initiative.updated', { name: { from: 'a', to: 'b' } }))).toEqual([]);
    expect(tellEvent(event('initiative.templateMigrated', { stage: moved }))[0]?.data).toMatchObject({
      reason: 'TEMPLATE_MIGRATION',
    });
    expect(tellEvent(event('initiative.templateMigrated', { stage: stayed }))).toEqual([]);
  });

  it('nothing, of other actions and of what concerns no initiative', () => {
    expect(tellEvent(event('effort.recorded', {}))).toEqual([]);
    expect(tellEvent({ ...event('initiative.created', {}), initiative: null })).toEqual([]);
  });

  it('stays below 20 KB, whatever people wrote', () => {
    const long = '漢'.repeat(4_000);
    const conditions = Array.from({ length: 50 }, () => ({ text: long, dueOn: '2026-04-01', criterionKey: 'k' }));
    const [told] = tellEvent(event('gate.decided', { ...DECIDED, rationale: long, conditions }));
    expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(20_000);
  });
});

describe('a text that is cut', () => {
  it('is never longer than told, never ends in half of a character, and begins as it did', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (text, longest) => {
        const cut = cutTo(text, longest);
        expect(cut.length).toBeLessThanOrEqual(longest);
        expect(cut.isWellFormed()).toBe(true);
        expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
        expect(text.length <= longest).toBe(cut === text);
      }),
    );
  });
});
