import type { Row } from './row.js';
import { by, byOr } from './rules.js';
import { TAKEN_REFERENCE } from './world-at-the-gate.js';
import { setSource, sourceOf } from './world-of-tools.js';
import { A_KPI, effortOf, measurementOf, readingOf } from './world-of-work.js';

/** Who may change initiatives and what is measured, found and worked on. */
export const OF_WORK: readonly Row[] = [
  {
    operation: 'benefitsReviewComplete',
    takes: byOr('benefits:review', 'OWNER'),
    target: ({ completedBenefits }) => completedBenefits,
    variables: (id) => ({ id, input: { outcome: 'OFF_COURSE', note: 'After all' } }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'effortDelete',
    takes: by('effort:record'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, source: 'job', externalIds: ['none'] }),
  },
  {
    operation: 'effortLateAccept',
    takes: by('effort:settle-late'),
    target: ({ key }) => key,
    variables: (portfolioKey, { lateEffort }) => ({ portfolioKey, ids: [lateEffort] }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'effortLateRefuse',
    takes: by('effort:settle-late'),
    target: ({ key }) => key,
    variables: (portfolioKey, { lateEffort }) => ({ portfolioKey, ids: [lateEffort], reason: 'Unknown' }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'effortPeriodClose',
    takes: by('effort:close'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, input: { from: '2026-07-01', to: '2026-07-31' } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'effortPeriodReopen',
    takes: by('effort:reopen'),
    target: ({ closedPeriod }) => closedPeriod,
    variables: (id) => ({ id, reason: ' ' }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'effortRecord',
    takes: by('effort:record'),
    target: ({ key }) => key,
    variables: (portfolioKey, { launchedKey }) => ({ portfolioKey, entries: [effortOf(launchedKey)] }),
  },
  {
    operation: 'findingMute',
    takes: by('finding:mute'),
    target: ({ finding }) => finding,
    variables: (id) => ({ id, input: { reason: 'Known', until: '2026-04-01' } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'findingUnmute',
    takes: by('finding:mute'),
    target: ({ finding }) => finding,
    variables: (id) => ({ id }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'initiativeCreate',
    takes: by('initiative:create'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({
      input: { portfolioKey, name: 'One more', problem: 'Slow', valueThesis: 'COST', externalRef: TAKEN_REFERENCE },
    }),
    refusedAs: ['ALREADY_EXISTS'],
  },
  {
    operation: 'initiativeReopen',
    takes: by('initiative:reopen'),
    target: ({ initiative }) => initiative,
    variables: (id) => ({ id, reason: 'Again' }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'initiativeResume',
    takes: by('initiative:resume'),
    target: ({ initiative }) => initiative,
    variables: (id) => ({ id, reason: 'Again' }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'initiativeUpdate',
    takes: by('initiative:update'),
    target: ({ initiative }) => initiative,
    variables: (id) => ({ id, input: { name: 'Mine', expectedVersion: 999 } }),
    refusedAs: ['STALE_VERSION'],
  },
  {
    operation: 'kpiDefine',
    takes: by('kpi:define'),
    target: ({ initiative }) => initiative,
    variables: (initiativeId) => ({ initiativeId, input: { ...A_KPI, name: 'Cost', baselineValue: '9' } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'kpiRevise',
    takes: by('kpi:revise'),
    target: ({ kpi }) => kpi,
    variables: (id) => ({ id, input: A_KPI, reason: 'The same again' }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'kpiMeasurementsRecord',
    takes: by('kpi:measure'),
    target: ({ kpi }) => kpi,
    variables: (kpiId) => ({ measurements: [measurementOf(kpiId)] }),
  },
  {
    operation: 'signalsRecord',
    takes: by('signal:record'),
    target: ({ launchedKey }) => launchedKey,
    variables: (initiativeKey) => ({ input: { readings: [readingOf(initiativeKey)] } }),
  },
  {
    operation: 'signalSourceSet',
    takes: by('signal:pull'),
    target: ({ launched }) => launched,
    variables: (initiativeId) => ({
      initiativeId,
      signalName: 'drift',
      input: sourceOf('ftp://prometheus.example.org'),
    }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'signalSourceRemove',
    takes: by('signal:pull'),
    target: async (world) => {
      await setSource(world.company, world.launched);
      return world.launched;
    },
    variables: (initiativeId) => ({ initiativeId, signalName: 'drift' }),
  },
];
