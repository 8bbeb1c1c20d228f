import { settingsOf } from '../gates/criterion-settings.js';
import type { WorkflowTemplate } from '../gates/gate.js';
import type { AskedCriterion } from './criterion-effects.js';
import { effect, type MigrationEffect } from './migration-effect.js';

/** What is asked of an initiative under a version of its template, before the stage it stands in and from there on. */
export interface AskedOnTheWay {
  readonly passed: readonly AskedCriterion[];
  readonly ahead: readonly AskedCriterion[];
}

const isMonitoring = ({ criterion }: AskedCriterion): boolean => criterion.kind === 'MONITORING_PLAN';

const reopens = ({ criterion }: AskedCriterion): boolean =>
  settingsOf('MONITORING_PLAN', criterion.settings).reopenOnBreach;

const called = ({ criterion, gateKey }: AskedCriterion): string =>
  `${criterion.name} (${criterion.key}) at gate ${gateKey}`;

/**
 * What becomes of gates by the signals that an accepted monitoring plan watches: a gate that was passed is reopened by a
 * breached or silent signal where its criterion says so, so what is another about that is told, and what it comes to today;
 * and where no gate asks for the plan any more, that its signals are watched all the same and reopen none. Gates ahead are
 * told of with all other criteria. Nothing without signals.
 */
export const signalEffects = (
  before: AskedOnTheWay,
  after: AskedOnTheWay,
  { to, signals }: { readonly to: WorkflowTemplate; readonly signals: number },
): readonly MigrationEffect[] => {
  if (signals === 0) {
    return [];
  }
  const asked = [...after.passed, ...after.ahead].filter(isMonitoring);
  const next = ({ criterion }: AskedCriterion) => asked.find((each) => each.criterion.key === criterion.key);
  const behind = before.passed.filter(isMonitoring);
  return [
    ...behind.flatMap((was) => {
      const is = next(was);
      return is && after.passed.includes(is) ? reopenedOtherwise(was, is) : [];
    }),
    ...[...behind, ...before.ahead.filter(isMonitoring)].flatMap((was) =>
      next(was) ? [] : [asksNoMore(was, { to, signals })],
    ),
  ];
};

const reopenedOtherwise = (was: AskedCriterion, is: AskedCriterion): readonly MigrationEffect[] => {
  if (reopens(was) === reopens(is)) {
    return [];
  }
  const what = reopens(is)
    ? 'would be reopened by a signal that is breached or silent'
    : 'would not be reopened any more by a signal that is breached or silent';
  const status =
    was.status === is.status ? `stays ${is.status}.` : `is ${was.status} today and would be ${is.status}: ${is.reason}`;
  return [
    effect('SIGNALS_CHANGED', `${called(is)}, which is passed, ${what}. It ${status}`, {
      criterionKey: is.criterion.key,
      gateKey: is.gateKey,
      statusBefore: was.status,
      statusAfter: is.status,
    }),
  ];
};

const asksNoMore = (
  was: AskedCriterion,
  { to, signals }: { readonly to: WorkflowTemplate; readonly signals: number },
): MigrationEffect => {
  const [those, are] = signals === 1 ? ['1 signal', 'is'] : [`${signals} signals`, 'are'];
  const loss = reopens(was) ? `; today gate ${was.gateKey} is reopened by one that is breached or silent` : '';
  return effect(
    'SIGNALS_CHANGED',
    `Version ${to.version} does not ask for ${called(was)}: the ${those} of the accepted monitoring plan ${are} watched all the same, and would reopen no gate${loss}.`,
    { criterionKey: was.criterion.key, gateKey: was.gateKey, statusBefore: was.status },
  );
};
