import { criterion } from './criterion.js';

/** G3: does it pay off with real people, and are they and we ready for all of them? */
export const SCALE_GO = [
  criterion({
    key: 'kpi-attainment',
    name: 'KPIs attained in the pilot',
    kind: 'KPI_ATTAINMENT',
    veto: true,
    guidance:
      'Every PRIMARY KPI has reached its target in the pilot and no GUARDRAIL is breached, by measurements that are at most 30 days old. No condition can stand in for this: what does not work small is not made big.',
    example:
      'Handling time fell from 9.4 to 6.1 minutes over 1,880 cases, where 6.5 was the target; reopened cases are at 3.4 percent with a limit of 4.0. Both were measured last week.',
  }),
  criterion({
    key: 'ux-review',
    name: 'UX review of the pilot',
    kind: 'UX_REVIEW',
    settings: { minParticipants: 5 },
    validForDays: 180,
    guidance:
      'Review the solution with at least 5 of its pilot users in their daily work, after the first novelty is over. No CRITICAL finding may be unresolved. It holds for 180 days.',
    example:
      'A field study with 8 handlers in the sixth week of the pilot: the SUS score is 78 and 91 percent of the tasks were solved; 2 major findings are planned for the next release and no critical one is left.',
  }),
  criterion({
    key: 'monitoring-plan',
    name: 'Monitoring plan',
    kind: 'MONITORING_PLAN',
    validForDays: 180,
    guidance:
      'Plan how you will notice that it gets worse: a signal for every PRIMARY and GUARDRAIL KPI and at least one for DRIFT or QUALITY, each with a breach threshold, a cadence, an alert channel and an owner; also a runbook, a way back and who is on call.',
    example:
      'Handling time is watched daily and breached above 7.5 minutes, reopened cases above 4.0 percent, drift of the input weekly above 0.2. Alerts reach the channel of Claims Operations, and the rollback switches suggestions off in 5 minutes.',
  }),
  criterion({
    key: 'change-plan',
    name: 'Change plan',
    kind: 'CHANGE_PLAN',
    validForDays: 180,
    guidance:
      'Plan for the people whose work changes: which groups and how many people, what changes for them, how they are trained and told, where they get help, and which share of them should use it by when.',
    example:
      '240 handlers in 6 teams get two hours of training and a mentor in each team; 12 team leads get a briefing of their own. Adoption target: 80 percent by 30 September. The head of claims leads the change.',
  }),
  criterion({
    key: 'people-effort',
    name: 'Effort spent on people and process',
    kind: 'EFFORT_SHARE',
    weight: 'SHOULD_MEET',
    settings: { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays: 90 },
    guidance:
      'At least 30 percent of the effort of the last 90 days went into people and process: process redesign, UX, training, change, monitoring, operations. It is read from the effort booked, so there is nothing to submit; book it where it was spent.',
    example:
      '62 of 180 person-days of the last 90 days, 34.4 percent, are booked on PEOPLE_PROCESS: workshops on the new process, training material and the first three trainings.',
  }),
  criterion({
    key: 'security-privacy',
    name: 'Security and privacy',
    kind: 'DOCUMENT',
    guidance:
      'Show that the solution is secure and keeps privacy at full scale: the threats that were examined and the tests that were made, which personal data is kept where and how long, and that the open findings are accepted by whoever answers for them.',
    example:
      'The report of a penetration test without open high findings, a data protection impact assessment signed by the data protection officer, and a table of the data kept, with its retention.',
  }),
  criterion({
    key: 'delivery-tickets',
    name: 'Delivery tickets done',
    kind: 'TICKETS_DONE',
    weight: 'SHOULD_MEET',
    guidance:
      'Link the tickets that must be done before scaling to this criterion; it is met when all of them are done. There is nothing to submit here.',
    example:
      '17 tickets are linked, among them single sign-on, the load test with 250 users and the audit log, and all of them are done.',
  }),
];

/** G4: does it run, and does it go on running without those who built it? */
export const PRODUCTION_ACCEPTANCE = [
  criterion({
    key: 'alerts-live',
    name: 'Alerts are live',
    kind: 'EXTERNAL_CHECK',
    validForDays: 90,
    guidance:
      'A machine reports that the alerts of the monitoring plan are switched on and reach somebody, for instance a scheduled job that raises a test alert. A result holds for 90 days.',
    example:
      'The weekly job alert-drill raised a test alert for each of the 4 signals; all were acknowledged on call within 10 minutes; the result is passed and links to the run.',
  }),
  criterion({
    key: 'rollback-tested',
    name: 'Rollback tested',
    kind: 'CHECKLIST',
    guidance:
      'Try the way back in production or in a faithful copy of it, and tick off every step: switching off, going on working by hand, restoring the earlier version, telling the users. Note how long each step took.',
    example:
      'Suggestions were switched off in 4 minutes; handlers worked by hand for an hour without a backlog; the earlier version was restored in 11 minutes; the notice reached all 6 teams. All items are done.',
  }),
  criterion({
    key: 'training-done',
    name: 'Training done',
    kind: 'CHECKLIST',
    guidance:
      'One item for each group of the change plan: it is done when the people of the group have been trained, those who join later included. Note how many took part.',
    example:
      'Handlers: 231 of 240 trained, the other 9 are on leave and have a date. Team leads: 12 of 12. Service desk: 5 of 5. The training is part of the induction of new colleagues.',
  }),
  criterion({
    key: 'support-handover',
    name: 'Handover to support',
    kind: 'SIGN_OFF',
    guidance:
      'Whoever runs support confirms the takeover: the runbook is read and tried, access is granted, the first incidents were solved without those who built it, and it is agreed whom to call when that does not suffice.',
    example:
      'I lead the service desk. We have worked with the runbook for three weeks, solved 9 incidents ourselves and passed on 1, and we take over from 1 October.',
  }),
  criterion({
    key: 'kpi-in-production',
    name: 'KPIs attained in production',
    kind: 'KPI_ATTAINMENT',
    guidance:
      'Every PRIMARY KPI has reached its target at full scale and no GUARDRAIL is breached, by measurements that are at most 30 days old. Results of the pilot do not count any more once newer ones are there.',
    example:
      'Handling time is 6.3 minutes over 24,600 cases in the last month, where 6.5 was the target; reopened cases are at 3.7 percent with a limit of 4.0.',
  }),
];
