import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../basics/instant.js';
import { chatTelling } from './chat-telling.js';
import type { Telling } from './message.js';

const URL = 'https://tollgate.example.org/i/CLAIMS-7';
const INITIATIVE = { key: 'CLAIMS-7', name: 'Triage', url: URL };
const HEAD = { sequence: 12, portfolio: 'CLAIMS', actor: 'Grace', initiative: INITIATIVE };
const NOBODY = { ...HEAD, actor: null };
const moved = { from: 'poc', to: 'pilot' };
const stayed = { from: 'ACTIVE', to: 'ACTIVE' };

const tell = (telling: Telling) => chatTelling({ ...telling, id: '1', at: '2026-03-02T09:00:00.000Z' as Instant });

describe('what is said in a chat', () => {
  it('of a decision: outcome, rationale, conditions, where it moved and who decided', () => {
    const decided = {
      ...HEAD,
      gate: 'g2',
      outcome: 'GO',
      rationale: 'Good.',
      stage: moved,
      status: stayed,
      snapshotSha256: 'a',
    };
    expect(tell({ kind: 'GATE_DECIDED', data: { ...decided, conditions: [] } })).toEqual({
      title: 'GO at gate g2: CLAIMS-7 Triage',
      paragraphs: ['Good.'],
      facts: [
        ['Stage', 'poc → pilot'],
        ['Status', 'ACTIVE'],
        ['By', 'Grace'],
      ],
      link: { label: 'Open the initiative', url: URL },
    });
    const conditions = ['Train.', 'Sign.'].map((text) => ({ text, dueOn: '2026-04-01', criterion: null }));
    expect(tell({ kind: 'GATE_DECIDED', data: { ...decided, conditions } }).paragraphs).toEqual([
      'Good.',
      'Conditions: Train. (due 2026-04-01); Sign. (due 2026-04-01)',
    ]);
  });

  it('of a review: when it is due and where to vote', () => {
    const data = { ...HEAD, gate: 'g2', decideUrl: `${URL}/decide` };
    expect(tell({ kind: 'GATE_REVIEW_REQUESTED', data: { ...data, dueOn: '2026-04-01', note: 'Look.' } })).toEqual({
      title: 'Review requested at gate g2: CLAIMS-7 Triage',
      paragraphs: ['Look.'],
      facts: [
        ['Due', '2026-04-01'],
        ['By', 'Grace'],
      ],
      link: { label: 'Vote', url: `${URL}/decide` },
    });
    expect(
      tell({ kind: 'GATE_REVIEW_REQUESTED', data: { ...data, actor: null, dueOn: null, note: null } }),
    ).toMatchObject({
      paragraphs: [],
      facts: [],
    });
  });

  it.each<[Telling, string, readonly (readonly string[])[]]>([
    [
      { kind: 'STAGE_CHANGED', data: { ...NOBODY, stage: moved, reason: 'IMPORT' } },
      'CLAIMS-7 Triage moved to pilot',
      [['Stage', 'poc → pilot']],
    ],
    [
      {
        kind: 'CRITERION_CHANGED',
        data: { ...NOBODY, gate: 'g2', criteria: [{ criterion: 'ux', from: 'MISSING', to: 'MET' }] },
      },
      'Criteria of gate g2 changed: CLAIMS-7 Triage',
      [['ux', 'MISSING → MET']],
    ],
    [
      {
        kind: 'CONDITION_BREACHED',
        data: { ...NOBODY, text: 'Train.', dueOn: '2026-04-01', status: { from: 'ACTIVE', to: 'ON_HOLD' } },
      },
      'Condition breached: CLAIMS-7 Triage',
      [
        ['Was due', '2026-04-01'],
        ['Status', 'ACTIVE → ON_HOLD'],
      ],
    ],
    [
      { kind: 'INITIATIVE_CREATED', data: { ...HEAD, stage: 'intake', imported: false } },
      'New initiative: CLAIMS-7 Triage',
      [
        ['Stage', 'intake'],
        ['By', 'Grace'],
      ],
    ],
    [
      { kind: 'FINDING_RAISED', data: { ...HEAD, code: 'POC_TRAP', level: 'WARNING', message: 'It is stuck.' } },
      'WARNING POC_TRAP: CLAIMS-7 Triage',
      [],
    ],
  ])('%#', (telling, title, facts) => {
    expect(tell(telling)).toMatchObject({ title, facts, link: { url: URL } });
  });

  it('of effort that is off its target: each category, with a link to the portfolio', () => {
    const category = { category: 'ALGORITHMS', percent: '44.0', targetPercent: '10', verdict: 'OVER' };
    const period = { from: '2026-01-01', to: '2026-03-31' };
    const { initiative, ...head } = HEAD;
    expect(
      tell({
        kind: 'EFFORT_OFF_TARGET',
        data: { ...head, ...period, url: initiative.url, headline: 'Too much.', categories: [category] },
      }),
    ).toEqual({
      title: 'Effort of CLAIMS is off target: ALGORITHMS',
      paragraphs: ['Too much.'],
      facts: [
        ['Period', '2026-01-01 to 2026-03-31'],
        ['ALGORITHMS', '44.0 % (target 10 %, OVER)'],
      ],
      link: { label: 'Open the portfolio', url: URL },
    });
  });

  it('of a test: that it is one', () => {
    expect(tell({ kind: 'PING', data: { portfolio: 'CLAIMS', text: 'Hello.' } })).toEqual({
      title: 'Test of the webhooks of CLAIMS',
      paragraphs: ['Hello.'],
      facts: [],
      link: null,
    });
  });
});
