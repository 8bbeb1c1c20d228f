import { atLeast, atMost, model, primary, primaryDown, vote, type SampleInitiative } from '../sample-initiative.js';

/** Proofs of concept that are under way, from the newest to the one that everybody has forgotten. */
export const POC_RUNNING: readonly SampleInitiative[] = [
  {
    name: 'Repair invoice check',
    problem: 'Workshops bill 31 million a year; a sample shows four percent of it for work that was not needed.',
    is: ['claims', 'COST', 'DECISION_SERVICE', 'CORE', 'LIMITED'],
    users: 'motor claims handlers',
    cases: 'repair invoices',
    entered: [66, 50, 9],
    kpis: [
      primary('Savings on invoices', '%', ['0.9', 3100], '3.0'),
      atMost('Objections of workshops', '%', ['2.1', 3100], '3.0'),
    ],
  },
  {
    name: 'Medical report structuring',
    problem:
      'Life underwriters read 40 pages for each application above half a million, and two thirds are without findings.',
    is: ['underwriting', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'HIGH'],
    users: 'life underwriters',
    cases: 'medical reports',
    entered: [88, 70, 21],
    kpis: [
      primary('Reading time', 'min a case', ['52', 410], '30'),
      atMost('Findings missed', '%', ['1.2', 410], '1.2'),
      model('Findings recalled', '%', ['81.0', 300], '97.0', ['88.5', 300]),
    ],
    ahead: { waiting: ['risk-assessment'] },
  },
  {
    name: 'Cancellation early warning',
    problem: 'One in eight household policies is cancelled in its second year, and the broker hears of it by letter.',
    is: ['sales', 'GROWTH', 'DECISION_SERVICE', 'ADJACENT', 'LIMITED'],
    users: 'broker managers',
    cases: 'household policies',
    entered: [105, 90, 34],
    kpis: [
      primary('Retention in year two', '%', ['87.5', 18400], '90.0'),
      atMost('Contacts without need', '%', ['8.0', 900], '10.0'),
      model('Precision at the top tenth', '%', ['22.0', 18400], '45.0', ['37.5', 18400]),
    ],
    ahead: { accepted: ['risk-assessment'], waiting: ['technical-feasibility'] },
  },
  {
    name: 'Code review companion',
    problem: 'Changes wait 2.4 days for a review, and the comments are mostly about form.',
    is: ['it', 'PRODUCTIVITY', 'AGENT', 'CORE', 'MINIMAL'],
    users: 'developers',
    cases: 'changes',
    entered: [98, 84, 47],
    kpis: [
      primary('Time to review', 'hours', ['58', 1260], '24'),
      atMost('Faults found after release', 'a month', ['7.0', 120], '7.0'),
    ],
    ahead: { accepted: ['technical-feasibility', 'run-owner'], returned: ['ux-review-poc'] },
  },
  {
    name: 'Travel claim translation',
    problem: 'A third of travel claims come with documents in one of 41 languages, and translation takes nine days.',
    is: ['claims', 'EXPERIENCE', 'WORKFLOW_EMBEDDED', 'CORE', 'LIMITED'],
    users: 'travel claims handlers',
    cases: 'travel claims',
    entered: [120, 102, 58],
    kpis: [
      primary('Days to decision', 'days', ['14.5', 780], '6.0'),
      atMost('Decisions revised', '%', ['2.6', 780], '3.0'),
    ],
    ahead: {
      accepted: ['technical-feasibility', 'ux-review-poc', 'risk-assessment', 'run-owner'],
      review: {
        daysAgo: 8,
        dueIn: 3,
        note: 'Ready for the pilot with two teams in Hamburg.',
        votes: [
          vote('board', 'GO', 'The handlers themselves ask for it.'),
          vote('architecture', 'CONDITIONAL_GO', 'I would like to see the contract of the translation service first.'),
        ],
      },
    },
  },
  {
    name: 'Dunning letter tone',
    problem: 'Every second dunning letter leads to a call; customers find the letters rude and unclear.',
    is: ['finance', 'EXPERIENCE', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'receivables clerks',
    cases: 'dunning letters',
    entered: [140, 126, 71],
    kpis: [
      primary('Calls per letter', '%', ['48', 6400], '30'),
      atLeast('Paid within 14 days', '%', ['61.0', 6400], '60.0'),
    ],
    ahead: { accepted: ['technical-feasibility'], waiting: ['ux-review-poc', 'risk-assessment'] },
  },
  {
    name: 'Capacity forecast for the hotline',
    problem: 'Shifts are planned on last year’s calls; on one day in four the wait is over ten minutes.',
    is: ['service', 'COST', 'DECISION_SERVICE', 'CORE', 'MINIMAL'],
    users: 'shift planners',
    cases: 'days of calls',
    entered: [155, 140, 84],
    kpis: [
      primary('Days with long waits', '%', ['26', 250], '10'),
      atMost('Overtime', 'hours a week', ['140', 52], '150'),
      model('Forecast error', '%', ['19.0', 250], '8.0', ['9.5', 120]),
    ],
    ahead: { accepted: ['technical-feasibility', 'ux-review-poc', 'run-owner'], returned: ['risk-assessment'] },
  },
  {
    name: 'Test data generator',
    problem: 'Test systems hold copies of real customers; masking takes a team of four, and audit has objected twice.',
    is: ['it', 'RISK_REDUCTION', 'PLATFORM_CAPABILITY', 'ADJACENT', 'LIMITED'],
    users: 'test managers',
    cases: 'test cases',
    entered: [180, 160, 97],
    kpis: [
      primaryDown('Real records in test systems', 'million', '0.1'),
      atLeast('Faults found in test', '%', ['83.0', 340], '80.0'),
    ],
    ahead: { accepted: ['technical-feasibility', 'risk-assessment'] },
  },
  {
    name: 'Broker mail sorting',
    problem: 'Brokers send 3,800 mails a day to one address, and a wrong team costs two days.',
    is: ['sales', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'broker service agents',
    cases: 'broker mails',
    entered: [205, 188, 124],
    kpis: [
      primary('Mails sent on twice', '%', ['23.0', 3800], '8.0'),
      atMost('Mails left for a day', '%', ['4.0', 3800], '5.0'),
      model('Teams recognised', '%', ['79.0', 2000], '95.0', ['93.5', 2000]),
    ],
    ahead: {
      accepted: ['technical-feasibility', 'ux-review-poc', 'risk-assessment'],
      waiting: ['run-owner'],
      review: {
        daysAgo: 19,
        dueIn: -5,
        note: 'In the proof of concept for four months; a decision is needed.',
        votes: [],
      },
    },
  },
  {
    name: 'Reserve estimate for bodily injury',
    problem:
      'Reserves for bodily injury are corrected upwards by 18 percent on average, most of it in the second year.',
    is: ['claims', 'RISK_REDUCTION', 'DECISION_SERVICE', 'TRANSFORMATIONAL', 'HIGH'],
    users: 'injury claims experts',
    cases: 'injury claims',
    entered: [256, 232, 163],
    kpis: [
      primary('Late corrections', '%', ['18.0', 620], '9.0'),
      atMost('Reserves too high', '%', ['5.0', 620], '6.0'),
      model('Mean error', '%', ['31.0', 620], '18.0', ['20.5', 620]),
    ],
    ahead: {
      accepted: ['technical-feasibility', 'risk-assessment', { key: 'ux-review-poc', flaw: 'CRITICAL_FINDING' }],
      waiting: ['independent-risk-review'],
    },
  },
  {
    name: 'Virtual risk engineer',
    problem: 'Six risk engineers visit 200 factories a year, and 1,400 would have to be seen.',
    is: ['underwriting', 'GROWTH', 'AGENT', 'TRANSFORMATIONAL', 'LIMITED'],
    users: 'risk engineers',
    cases: 'factory risks',
    entered: [330, 305, 231],
    kpis: [
      primaryDown('Factories never seen', '%', '40'),
      atMost('Recommendations rejected', '%', ['11', 200], '15'),
      model('Hazards found in photos', '%', ['55.0', 800], '90.0', ['71.0', 800]),
    ],
    ahead: { accepted: ['technical-feasibility'], returned: ['ux-review-poc'] },
    quietSince: 47,
  },
];
