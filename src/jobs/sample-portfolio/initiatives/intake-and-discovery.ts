import { atMost, primary, primaryDown, vote, type SampleInitiative } from '../sample-initiative.js';

/** Ideas that wait to be screened. */
export const INTAKE: readonly SampleInitiative[] = [
  {
    name: 'Hail damage estimates from drone photos',
    problem:
      'After a hailstorm 40 surveyors need six weeks to see every roof, and customers wait for the first payment.',
    is: ['claims', 'EXPERIENCE', 'DECISION_SERVICE', 'TRANSFORMATIONAL', 'LIMITED'],
    users: 'surveyors',
    cases: 'roof damages',
    entered: [2],
  },
  {
    name: 'Contract clause comparison',
    problem: 'Lawyers compare reinsurance contracts clause by clause; a renewal takes four days of reading.',
    is: ['underwriting', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'ADJACENT', 'LIMITED'],
    users: 'contract lawyers',
    cases: 'reinsurance contracts',
    entered: [8],
    ahead: { waiting: ['problem-statement'] },
  },
  {
    name: 'Commission dispute triage',
    problem: 'One in nine commission statements is disputed by a broker, and answers take three weeks.',
    is: ['sales', 'EXPERIENCE', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'commission clerks',
    cases: 'disputed statements',
    entered: [13],
    ahead: {
      accepted: ['problem-statement'],
      review: {
        daysAgo: 4,
        dueIn: 6,
        note: 'The statement is accepted; please screen.',
        votes: [vote('board', 'GO', 'A clear pain with a number on it.')],
      },
    },
  },
  {
    name: 'Audit sample selection',
    problem: 'Internal audit draws its samples by hand and finds few of the postings that matter.',
    is: ['finance', 'RISK_REDUCTION', 'DECISION_SERVICE', 'ADJACENT', 'LIMITED'],
    users: 'internal auditors',
    cases: 'postings',
    entered: [24],
    ahead: { returned: ['problem-statement'] },
  },
  {
    name: 'Meeting room assistant',
    problem: 'Somebody should try what a chat assistant can do for room bookings.',
    is: ['it', 'PRODUCTIVITY', 'CHAT_ASSISTANT', 'CORE', 'MINIMAL'],
    users: 'office managers',
    cases: 'bookings',
    entered: [61],
  },
  {
    name: 'Social media price watch',
    problem: 'Sales wants to read prices of competitors out of posts in public networks.',
    is: ['sales', 'GROWTH', 'AGENT', 'TRANSFORMATIONAL', 'LIMITED'],
    users: 'market analysts',
    cases: 'posts',
    entered: [430],
    ahead: { returned: ['problem-statement'] },
    ended: {
      outcome: 'KILL',
      daysAgo: 408,
      rationale: 'Nobody could name a decision that would change, and the terms of the networks forbid it.',
    },
  },
];

/** Problems that are understood, and solutions that are sought. */
export const DISCOVERY: readonly SampleInitiative[] = [
  {
    name: 'Glass claim straight-through payment',
    problem: 'A cracked windscreen is paid after six days, though 70 percent of these claims need no decision at all.',
    is: ['claims', 'COST', 'DECISION_SERVICE', 'CORE', 'LIMITED'],
    users: 'motor claims handlers',
    cases: 'glass claims',
    entered: [16, 5],
  },
  {
    name: 'Complaint root cause map',
    problem:
      '11,000 complaints a year are answered one by one; nobody sees that a third of them have the same four causes.',
    is: ['service', 'EXPERIENCE', 'WORKFLOW_EMBEDDED', 'ADJACENT', 'LIMITED'],
    users: 'complaint managers',
    cases: 'complaints',
    entered: [33, 14],
    kpis: [
      primaryDown('Repeat complaints', '% of complaints', '12'),
      atMost('Time to first answer', 'days', null, '3.0'),
    ],
    ahead: { accepted: ['data-access'] },
  },
  {
    name: 'Flood zone reading',
    problem: 'Underwriters look up flood zones on paper maps for one in five commercial properties.',
    is: ['underwriting', 'RISK_REDUCTION', 'PLATFORM_CAPABILITY', 'ADJACENT', 'LIMITED'],
    users: 'commercial underwriters',
    cases: 'property risks',
    entered: [49, 27],
    // A model figure is all it promises so far.
    kpis: [
      { ...primary('Zone recognition', '% correct', null, '96'), class: 'MODEL' },
      atMost('Wrong zone accepted', '%', null, '0.5'),
    ],
    ahead: { accepted: ['ux-research'], waiting: ['data-access'] },
  },
  {
    name: 'Policy question assistant',
    problem: 'Customers call to ask what their policy covers; 38 percent of the calls could be read in the documents.',
    is: ['service', 'COST', 'CHAT_ASSISTANT', 'CORE', 'LIMITED'],
    users: 'service agents',
    cases: 'cover questions',
    entered: [58, 39],
    kpis: [{ ...primary('Questions asked to the assistant', 'a week', null, '2000'), class: 'USAGE' }],
    ahead: { accepted: ['data-access', 'ux-research'] },
  },
  {
    name: 'Expense receipt check',
    problem: 'Two clerks look at 5,200 receipts a month and correct three percent of them.',
    is: ['finance', 'COST', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'expense clerks',
    cases: 'receipts',
    entered: [70, 52],
    kpis: [
      primary('Receipts looked at by hand', '%', ['100', 5200], '25'),
      atMost('Wrong payments', '%', ['1.1', 5200], '1.5'),
    ],
    ahead: {
      accepted: ['data-access', 'ux-research'],
      review: {
        daysAgo: 6,
        dueIn: 8,
        note: 'All criteria are met. We would like to begin on the first of the month.',
        votes: [vote('architecture', 'GO'), vote('risk', null, 'I was not at the demonstration.')],
      },
    },
  },
  {
    name: 'Skills map for project staffing',
    problem: 'Projects ask around for people with rare skills, and half of the requests stay open for over a month.',
    is: ['it', 'GROWTH', 'PLATFORM_CAPABILITY', 'TRANSFORMATIONAL', 'HIGH'],
    users: 'staffing leads',
    cases: 'staffing requests',
    entered: [112, 88],
    ahead: { accepted: ['ux-research'], returned: ['data-access'] },
    quietSince: 36,
  },
  {
    name: 'Tax notice reader',
    problem:
      'Notices of 900 municipalities arrive on paper, each in a form of its own, with objection periods of a month.',
    is: ['finance', 'RISK_REDUCTION', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'tax accountants',
    cases: 'tax notices',
    entered: [170, 150],
    ahead: { accepted: ['ux-research'] },
    ended: {
      outcome: 'HOLD',
      daysAgo: 100,
      rationale:
        'The tax office announces notices by wire for next year; we wait for the date before we build for paper.',
    },
  },
  {
    name: 'Agent mood barometer',
    problem: 'Team leads want to see from calls how the mood in their teams is.',
    is: ['service', 'EXPERIENCE', 'DECISION_SERVICE', 'ADJACENT', 'HIGH'],
    users: 'team leads',
    cases: 'calls',
    entered: [260, 240],
    ahead: { accepted: ['ux-research'], returned: ['data-access'] },
    ended: {
      outcome: 'KILL',
      daysAgo: 190,
      rationale: 'Reading emotions of employees at work is not allowed, and the agents did not want it.',
    },
  },
];
