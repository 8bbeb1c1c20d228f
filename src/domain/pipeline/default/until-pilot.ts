import { criterion } from './criterion.js';

/** G0: is there a problem worth solving? */
export const SCREEN = [
  criterion({
    key: 'problem-statement',
    name: 'Problem statement',
    kind: 'DOCUMENT',
    guidance:
      'Describe the business pain in the words of those who have it: who is affected, how often, what it costs today, and why the present way of working does not solve it. Leave the technology out.',
    example:
      'A two-page statement by the head of claims: 38 handlers spend 9.4 minutes on each of 2,100 cases a week retyping data from letters; the wait is the first reason for complaints; two process changes did not help.',
  }),
];

/** G1: do we know what success is, and can we try? */
export const POC_GO = [
  criterion({
    key: 'kpi-contract-draft',
    name: 'KPI contract, draft',
    kind: 'KPI_CONTRACT',
    settings: { requireBaseline: false },
    guidance:
      'Define at least one PRIMARY KPI of class BUSINESS with a target and a target date, and at least one GUARDRAIL that must not get worse. A baseline is not needed yet.',
    example:
      'PRIMARY: handling time per case in minutes, at most 6.5 by the end of the year. GUARDRAIL: rate of reopened cases in percent, at most 4.0.',
  }),
  criterion({
    key: 'data-access',
    name: 'Access to the data',
    kind: 'DOCUMENT',
    guidance:
      'Show that the data is there and may be used: sources, who owns them, the legal basis, how good and how representative they are, and who has granted access for the proof of concept.',
    example:
      'A data sheet that lists three sources with their owners, the approval of the data protection officer, and a profile of 5,000 sampled records with the share of missing and doubtful values per field.',
  }),
  criterion({
    key: 'ux-research',
    name: 'UX research',
    kind: 'UX_REVIEW',
    settings: { minParticipants: 3 },
    guidance:
      'Watch and interview at least 3 people who would use the solution, in their own work. Record how they work today, where they lose time and what they would need in order to trust a suggestion of a machine.',
    example:
      'A field study with 5 claims handlers in two teams: a map of their present steps, 11 findings sorted by severity, and the one step that all of them asked to keep in their own hands.',
  }),
];

/** G2: does it work, and is it safe to try with real people? */
export const PILOT_GO = [
  criterion({
    key: 'kpi-contract',
    name: 'KPI contract',
    kind: 'KPI_CONTRACT',
    settings: { requireBaseline: true },
    guidance:
      'Complete the KPI contract with baselines: each PRIMARY and each GUARDRAIL needs a baseline that is measured before the pilot begins, with its sample size. Baselines freeze when this gate is passed.',
    example:
      'Handling time: baseline 9.4 minutes over 2,140 cases in March, target 6.5 by 31 December. Reopened cases: baseline 3.1 percent over the same cases, limit 4.0. Both are read from the case system.',
  }),
  criterion({
    key: 'technical-feasibility',
    name: 'Technical feasibility',
    kind: 'DOCUMENT',
    guidance:
      'Report what the proof of concept has shown: how it was tested and on which data, where it fails, how it would be built into the systems people already work with, and what running it would cost.',
    example:
      'A report on 1,200 held-out cases with the results per type of case, the 5 most frequent errors, a sketch of the integration into the case system, and a running cost of 0.04 EUR per case.',
  }),
  criterion({
    key: 'ux-review-poc',
    name: 'UX review of the proof of concept',
    kind: 'UX_REVIEW',
    settings: { minParticipants: 5 },
    guidance:
      'Let at least 5 future users solve real tasks with the proof of concept. Every finding has a severity, and no CRITICAL one may be unresolved. Somebody other than the author accepts the review.',
    example:
      'A usability test with 6 handlers and 4 tasks: 83 percent of the tasks were solved and the SUS score is 72. The one critical finding, a suggestion that was sent without being read, is resolved by a step of confirmation.',
  }),
  criterion({
    key: 'risk-assessment',
    name: 'Risk assessment',
    kind: 'DOCUMENT',
    guidance:
      'Name what could go wrong and for whom: wrong answers, bias, misuse, privacy, security, dependence on a supplier. Say for each how likely and how bad it is, what is done about it and who answers for it. State the risk tier and why.',
    example:
      'A register of 14 risks with likelihood, harm, measure and owner; the 3 highest have measures that are in place before the pilot. The tier LIMITED is explained in one paragraph and confirmed by the legal department.',
  }),
  criterion({
    key: 'independent-risk-review',
    name: 'Independent risk review',
    kind: 'DOCUMENT',
    riskTiers: ['HIGH'],
    validForDays: 180,
    guidance:
      'Have the risk assessment reviewed by somebody who neither builds nor pays for the initiative. The review says what was looked at, what was found and what must be done before real people are affected. It holds for 180 days.',
    example:
      'A report of the second line of defence: the assessment and a sample of 200 decisions were examined, 4 findings were made, 3 are closed, and the open one forbids use for minors until it is closed.',
  }),
  criterion({
    key: 'run-owner',
    name: 'Owner of the running service',
    kind: 'SIGN_OFF',
    guidance:
      'Whoever will run the solution after launch says so now, by name: it goes into their budget and their on-call plan. A pilot without somebody who will run it has nowhere to go.',
    example:
      'I lead Claims Operations. I will run this service after launch, with two people of my team and the budget line 4711, and I take part in the pilot from its first day.',
  }),
];
