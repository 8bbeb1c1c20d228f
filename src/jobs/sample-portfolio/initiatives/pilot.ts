import { atLeast, atMost, model, primary, vote, type SampleInitiative } from '../sample-initiative.js';

/** Solutions that are tried with real people. */
export const PILOT: readonly SampleInitiative[] = [
  {
    name: 'Reply drafting for customer service',
    problem:
      'An agent spends 9.4 minutes on a written request, most of it on finding and typing what was answered before.',
    is: ['service', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'LIMITED'],
    users: 'service agents',
    cases: 'written requests',
    entered: [280, 262, 206, 110],
    kpis: [
      primary('Customer handle time', 'min', ['9.4', 2140], '6.5', ['6.1', 1880]),
      atMost('Reopen rate', '%', ['3.1', 2140], '4.0', ['5.2', 1880]),
    ],
    ahead: {
      accepted: ['ux-review', 'monitoring-plan', 'change-plan', 'security-privacy'],
      review: {
        daysAgo: 5,
        dueIn: 9,
        note: 'The handle time is better than its target. We ask to scale to all 240 agents.',
        votes: [
          vote('board', 'GO', 'A third of the time is saved.'),
          vote('risk', 'HOLD', 'More requests come back than before. First find out why.'),
        ],
      },
    },
    lastMeasured: 3,
  },
  {
    name: 'Loss description summaries',
    problem: 'Handlers read 14 pages on average before they know what happened.',
    is: ['claims', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'LIMITED'],
    users: 'claims handlers',
    cases: 'claim files',
    entered: [412, 394, 336, 212],
    kpis: [
      primary('Reading time', 'min', ['21', 960], '10', ['14', 1100]),
      atMost('Facts missed', '%', ['2.0', 960], '2.5', ['2.2', 1100]),
      model('Facts recalled', '%', ['84.0', 500], '95.0', ['95.5', 500]),
    ],
    ahead: {
      accepted: [
        { key: 'change-plan', daysAgo: 196 },
        { key: 'ux-review', daysAgo: 168 },
        { key: 'monitoring-plan', daysAgo: 158 },
        { key: 'security-privacy', daysAgo: 140 },
      ],
    },
  },
  {
    name: 'Visit reports for account managers',
    problem: 'Account managers write reports on Friday evening, and a quarter of the visits has none.',
    is: ['sales', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'account managers',
    cases: 'customer visits',
    entered: [304, 288, 240, 128],
    kpis: [
      primary('Visits with a report', '%', ['74', 1300], '95', ['87', 1420]),
      atMost('Reports with wrong promises', '%', ['0.4', 1300], '1.0', ['0.7', 1420]),
    ],
    ahead: {
      accepted: ['ux-review'],
      returned: [{ key: 'monitoring-plan', flaw: 'NO_THRESHOLD' }],
      waiting: ['change-plan'],
    },
  },
  {
    name: 'Payment reminder timing',
    problem: 'Reminders go out on the same day for everybody; a third reaches people who pay anyway.',
    is: ['finance', 'COST', 'DECISION_SERVICE', 'CORE', 'LIMITED'],
    users: 'receivables clerks',
    cases: 'reminders',
    entered: [292, 272, 221, 130],
    kpis: [
      primary('Days sales outstanding', 'days', ['34.0', 41000], '30.0', ['29.4', 40200]),
      atMost('Complaints on reminders', 'per 1,000', ['1.8', 41000], '2.0', ['1.6', 40200]),
    ],
    ahead: {
      accepted: ['change-plan', 'ux-review', 'monitoring-plan', 'security-privacy'],
      review: {
        daysAgo: 4,
        dueIn: 10,
        note: 'All criteria are met.',
        votes: [vote('risk', 'GO'), vote('architecture', 'GO', 'It runs on the platform we have.')],
      },
    },
    isWithoutPeopleEffort: true,
    lastMeasured: 6,
  },
  {
    name: 'Photo assessment of property',
    problem: 'Every building above two million is inspected on site; 60 percent of the visits change nothing.',
    is: ['underwriting', 'COST', 'DECISION_SERVICE', 'ADJACENT', 'HIGH'],
    users: 'property underwriters',
    cases: 'buildings',
    entered: [360, 334, 248, 100],
    kpis: [
      primary('Visits on site', '% of risks', ['100', 640], '55', ['52', 580]),
      atMost('Hazards missed', '%', ['3.0', 640], '3.0', ['2.7', 580]),
    ],
    ahead: {
      accepted: [{ key: 'ux-review', flaw: 'CRITICAL_FINDING' }, 'monitoring-plan', 'security-privacy'],
      waiting: ['change-plan'],
    },
    waiver: {
      criterionKey: 'ux-review',
      daysAgo: 3,
      endsIn: 40,
      reason: 'The screen is rebuilt in January; the finding goes with it.',
      control: 'A second underwriter reads every suggestion before it is sent.',
      approved: null,
    },
  },
  {
    name: 'Access request agent',
    problem: 'New colleagues wait five days for their access rights, and each request passes four desks.',
    is: ['it', 'PRODUCTIVITY', 'AGENT', 'ADJACENT', 'LIMITED'],
    users: 'service desk staff',
    cases: 'access requests',
    entered: [242, 222, 175, 72],
    kpis: [
      primary('Days to access', 'days', ['5.2', 870], '1.0', ['2.4', 410]),
      atMost('Rights granted too wide', '%', ['1.5', 870], '1.5', ['1.1', 410]),
      model('Requests understood', '%', ['86.0', 400], '97.0', ['96.0', 400]),
    ],
    passedUnder: {
      position: 2,
      criterionKey: 'risk-assessment',
      text: 'Have the security office test that the agent grants no right its user does not have.',
      dueIn: 18,
    },
    ahead: { waiting: ['monitoring-plan'] },
  },
  {
    name: 'Claims self-service guide',
    problem: 'Customers call to ask what to send with a claim, and then send the wrong documents all the same.',
    is: ['service', 'EXPERIENCE', 'CHAT_ASSISTANT', 'CORE', 'LIMITED'],
    users: 'customers and service agents',
    cases: 'claims reported online',
    entered: [262, 244, 146, 60],
    kpis: [
      primary('Complete at first try', '%', ['58', 2900], '80', ['63', 310]),
      atLeast('Satisfaction', 'of 5', ['3.9', 2900], '3.8', ['3.9', 310]),
    ],
    ahead: { waiting: ['ux-review'] },
    waiver: {
      criterionKey: 'change-plan',
      daysAgo: 20,
      endsIn: 25,
      reason: 'Which service centres join is decided only after the merger of the two call centres.',
      control: 'The two centres of the pilot are trained and have a contact each.',
      approved: { daysAgo: 18, by: 'board', comment: 'Until the merger, and not longer.' },
    },
    lastMeasured: 49,
  },
  {
    name: 'Lead scoring for cyber cover',
    problem: 'Of 900 leads a month sales can call 200, and picks them by postcode.',
    is: ['sales', 'GROWTH', 'DECISION_SERVICE', 'TRANSFORMATIONAL', 'LIMITED'],
    users: 'inside sales agents',
    cases: 'leads',
    entered: [330, 312, 262, 202],
    kpis: [
      primary('Leads that sign', '%', ['4.1', 900], '6.0', ['4.4', 880]),
      atMost('Leads called twice', '%', ['3.0', 900], '4.0', ['3.6', 880]),
    ],
    ahead: { accepted: ['ux-review'], returned: ['change-plan'] },
    ended: {
      outcome: 'HOLD',
      daysAgo: 90,
      rationale: 'The cyber tariff is being replaced; scores learned on the old one say nothing about the new one.',
    },
  },
];
