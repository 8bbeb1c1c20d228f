import { atLeast, atMost, model, primary, type SampleInitiative } from '../sample-initiative.js';

/** Proofs of concept that were put on hold or ended. */
export const POC_STOPPED: readonly SampleInitiative[] = [
  {
    name: 'Supplier contract chat',
    problem: 'Buyers search 2,600 supplier contracts for notice periods and prices.',
    is: ['finance', 'PRODUCTIVITY', 'CHAT_ASSISTANT', 'CORE', 'LIMITED'],
    users: 'buyers',
    cases: 'supplier contracts',
    entered: [300, 280, 230],
    kpis: [primary('Search time', 'min', ['26', 180], '8'), atMost('Wrong answers acted on', '%', ['0.5', 180], '1.0')],
    ahead: { accepted: ['technical-feasibility'], returned: ['risk-assessment'] },
    ended: {
      outcome: 'HOLD',
      daysAgo: 120,
      rationale: 'The contract archive moves to a new system; to be taken up when the data has moved.',
    },
  },
  {
    name: 'Incident summary for major outages',
    problem: 'In a major outage one person does nothing but write down what happens.',
    is: ['it', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'incident managers',
    cases: 'major outages',
    entered: [190, 172, 120],
    kpis: [primary('Time to first report', 'min', ['95', 44], '30'), atMost('Reports corrected', '%', ['6', 44], '8')],
    ahead: { accepted: ['technical-feasibility', 'risk-assessment'], waiting: ['ux-review-poc'] },
    ended: {
      outcome: 'HOLD',
      daysAgo: 40,
      rationale: 'The team is needed for the move of the data centre until the end of the quarter.',
    },
  },
  {
    name: 'Voice identification of callers',
    problem: 'Agents spend 50 seconds of each call on finding out who is calling.',
    is: ['service', 'COST', 'DECISION_SERVICE', 'ADJACENT', 'HIGH'],
    users: 'service agents',
    cases: 'calls',
    entered: [420, 405, 370],
    kpis: [
      primary('Time to identify', 's', ['50', 5200], '15'),
      atMost('Callers taken for somebody else', '%', ['0.1', 5200], '0.1'),
      model('Equal error rate', '%', ['9.0', 1100], '1.0', ['4.8', 1100]),
    ],
    ahead: { accepted: ['technical-feasibility'], returned: ['risk-assessment', 'independent-risk-review'] },
    ended: {
      outcome: 'KILL',
      daysAgo: 255,
      rationale:
        'Cloned voices passed the test in one of nine attempts; there is no measure that would bring this near the limit.',
    },
  },
  {
    name: 'Sales pitch generator',
    problem: 'Field sales writes its offers by hand, and no two look alike.',
    is: ['sales', 'GROWTH', 'CHAT_ASSISTANT', 'CORE', 'MINIMAL'],
    users: 'field sales agents',
    cases: 'offers',
    entered: [310, 290, 245],
    kpis: [
      primary('Offers accepted', '%', ['17.0', 2300], '20.0'),
      atLeast('Offers that comply', '%', ['99.0', 2300], '99.0'),
    ],
    ahead: { accepted: ['technical-feasibility', 'risk-assessment'], returned: ['ux-review-poc'] },
    ended: {
      outcome: 'KILL',
      daysAgo: 150,
      rationale: 'Six of eight users rewrote every text; the same is reached with three good templates.',
    },
  },
  {
    name: 'Satellite view of building sites',
    problem: 'Progress of insured building sites is known only from reports of the builders.',
    is: ['underwriting', 'RISK_REDUCTION', 'PLATFORM_CAPABILITY', 'TRANSFORMATIONAL', 'LIMITED'],
    users: 'engineering underwriters',
    cases: 'building sites',
    entered: [215, 200, 160],
    kpis: [
      primary('Sites with known progress', '%', ['35', 160], '80'),
      atMost('Cost of a picture', 'EUR', ['41', 160], '20'),
    ],
    ahead: { returned: ['technical-feasibility'] },
    ended: {
      outcome: 'KILL',
      daysAgo: 64,
      rationale:
        'Clouds hide a third of the pictures in winter, and the price per picture is twice what the premium carries.',
    },
  },
];
