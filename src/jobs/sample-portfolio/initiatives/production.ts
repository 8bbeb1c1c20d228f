import { atLeast, atMost, model, primary, vote, type SampleInitiative } from '../sample-initiative.js';

/** Solutions on their way to everybody. */
export const SCALE: readonly SampleInitiative[] = [
  {
    name: 'Renewal price guidance',
    problem: 'Two underwriters renew the same risk at prices that differ by a fifth.',
    is: ['underwriting', 'GROWTH', 'DECISION_SERVICE', 'CORE', 'LIMITED'],
    users: 'commercial underwriters',
    cases: 'renewals',
    entered: [500, 480, 436, 359, 140],
    kpis: [
      primary('Premium retained', '%', ['91.0', 2600], '93.0', ['93.4', 2900]),
      atMost('Renewals lost on price', '%', ['6.0', 2600], '7.0', ['6.4', 2900]),
    ],
    ahead: { accepted: ['rollback-tested', 'support-handover'], waiting: ['training-done'] },
    alertCheck: { daysAgo: 84, passed: true },
  },
  {
    name: 'Recourse finder',
    problem: 'Recourse against third parties is noticed in one of three claims where it would be possible.',
    is: ['claims', 'COST', 'DECISION_SERVICE', 'CORE', 'LIMITED'],
    users: 'recourse specialists',
    cases: 'closed claims',
    entered: [470, 452, 410, 328, 110],
    kpis: [
      primary('Recourse recovered', 'EUR 1,000 a month', ['210', 1400], '320', ['344', 1650]),
      atMost('Recourse rejected', '%', ['22', 1400], '25', ['24', 1650]),
      model('Precision', '%', ['61.0', 900], '80.0', ['83.0', 900]),
    ],
    ahead: {
      accepted: ['rollback-tested', 'training-done', 'support-handover'],
      review: {
        daysAgo: 7,
        dueIn: 7,
        note: 'Only the drill of the alerts is to be repeated.',
        votes: [vote('architecture', 'RECYCLE', 'Repeat the drill first.')],
      },
    },
    alertCheck: { daysAgo: 101, passed: true },
  },
  {
    name: 'Knowledge assistant for service',
    problem: 'Agents look for rules in nine systems, and new ones need eight months until they find them.',
    is: ['service', 'PRODUCTIVITY', 'CHAT_ASSISTANT', 'CORE', 'LIMITED'],
    users: 'service agents',
    cases: 'questions on rules',
    entered: [482, 464, 425, 361, 95],
    kpis: [
      primary('Search time per call', 's', ['74', 5100], '40', ['43', 6200]),
      atLeast('Answers that were right', '%', ['95.2', 1200], '95.0', ['95.8', 1300]),
    ],
    ahead: { returned: ['training-done'], waiting: ['rollback-tested'] },
    alertCheck: { daysAgo: 3, passed: false },
  },
  {
    name: 'Cash forecast',
    problem: 'Treasury holds 60 million more than it needs, for nobody trusts the forecast.',
    is: ['finance', 'COST', 'DECISION_SERVICE', 'CORE', 'MINIMAL'],
    users: 'treasurers',
    cases: 'days of payments',
    entered: [456, 432, 392, 319, 70],
    kpis: [
      primary('Buffer held', 'EUR million', ['60', 90], '35', ['33', 90]),
      atMost('Days below the minimum', 'a quarter', ['1.0', 90], '2.0', ['1.0', 90]),
    ],
    ahead: { accepted: ['rollback-tested', 'training-done'], waiting: ['support-handover'] },
    alertCheck: { daysAgo: 12, passed: true },
  },
  {
    name: 'Broker submission intake',
    problem: 'A submission of a broker is typed in by hand from up to 30 attachments before anybody looks at the risk.',
    is: ['underwriting', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'LIMITED'],
    users: 'underwriting assistants',
    cases: 'submissions',
    entered: [441, 425, 388, 336, 38],
    kpis: [
      primary('Time to quote', 'hours', ['41', 700], '20', ['19', 760]),
      atMost('Fields corrected', '%', ['6.0', 700], '7.0', ['6.6', 760]),
      model('Fields read correctly', '%', ['83.0', 1500], '95.0', ['96.0', 1500]),
    ],
    ahead: { waiting: ['rollback-tested'] },
  },
];

/** Solutions that run every day, and need somebody who looks after them. */
export const OPERATE: readonly SampleInitiative[] = [
  {
    name: 'Claims document sorting',
    problem: 'Twelve people open scans and decide which claim and which team they belong to.',
    is: ['claims', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'claims assistants',
    cases: 'scanned documents',
    entered: [540, 522, 490, 452, 330, 245],
    kpis: [
      primary('Documents sorted by hand', '%', ['100', 8200], '20', ['17', 9100]),
      atMost('Documents in a wrong file', '%', ['1.4', 8200], '1.5', ['1.2', 9100]),
    ],
    alertCheck: { daysAgo: 20, passed: true },
  },
  {
    name: 'Service desk ticket routing',
    problem: 'Every fourth ticket goes to a wrong team first, and loses a day.',
    is: ['it', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'MINIMAL'],
    users: 'service desk staff',
    cases: 'tickets',
    entered: [536, 520, 480, 431, 320, 222],
    // It drifts: it was good enough when it was accepted.
    kpis: [
      primary('Tickets sent on', '%', ['26.0', 4400], '12.0', ['14.5', 4900]),
      atMost('Urgent tickets delayed', '%', ['2.0', 4400], '2.5', ['2.9', 4900]),
    ],
    alertCheck: { daysAgo: 79, passed: true },
  },
  {
    name: 'Invoice matching',
    problem: 'Accounting matches 9,000 supplier invoices a month with orders by hand.',
    is: ['finance', 'COST', 'PLATFORM_CAPABILITY', 'CORE', 'MINIMAL'],
    users: 'accountants',
    cases: 'supplier invoices',
    entered: [531, 511, 470, 413, 302, 190],
    kpis: [
      primary('Invoices matched by hand', '%', ['100', 9000], '35', ['31', 9400]),
      atMost('Paid twice', 'per 10,000', ['3.0', 9000], '3.0', ['2.0', 9400]),
    ],
    lastMeasured: 58,
    signals: 'SILENT',
    alertCheck: { daysAgo: 34, passed: true },
  },
  {
    name: 'Fraud hints for motor claims',
    problem: 'Fraud costs 4 percent of motor premiums; the special unit learns of one case in five.',
    is: ['claims', 'RISK_REDUCTION', 'DECISION_SERVICE', 'ADJACENT', 'HIGH'],
    users: 'fraud investigators',
    cases: 'motor claims',
    entered: [533, 505, 462, 394, 270, 150],
    kpis: [
      primary('Cases proven', 'a month', ['38', 1900], '60', ['71', 2200]),
      atMost('Suspicions that were wrong', '%', ['41', 1900], '45', ['42', 2200]),
    ],
    signals: 'DRIFTING',
    alertCheck: { daysAgo: 97, passed: true },
  },
  {
    name: 'Wrap-up notes after calls',
    problem: 'An agent writes for 70 seconds after each call, and what matters is often missing.',
    is: ['service', 'PRODUCTIVITY', 'WORKFLOW_EMBEDDED', 'CORE', 'LIMITED'],
    users: 'service agents',
    cases: 'calls',
    entered: [512, 496, 458, 413, 290, 120],
    kpis: [
      primary('Wrap-up time', 's', ['70', 6000], '25', ['22', 7100]),
      atLeast('Notes complete', '%', ['71.0', 1000], '70.0', ['91.0', 1200]),
    ],
    alertCheck: { daysAgo: 8, passed: true },
  },
];
