import { invalid, type Refusal } from '../basics/result.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import { blockersOf, type MigrationCase } from './plan-migration.js';

/** Statuses in which an initiative follows its template; one that is killed or retired stays on the version it ended on. */
export const MIGRATING_STATUSES = ['ACTIVE', 'ON_HOLD'] as const satisfies readonly InitiativeStatus[];

const stays = (status: InitiativeStatus): boolean =>
  !(MIGRATING_STATUSES as readonly InitiativeStatus[]).includes(status);

/**
 * Why an initiative that was named cannot be moved to a version of a template, every reason at once: INVALID where that is
 * not newer than the one it is on; WRONG_STATE where it follows another template, is KILLED or RETIRED, stands in a stage
 * without a home, or has a review open. Empty where it can.
 */
export const unlessMigratable = (
  move: MigrationCase,
  status: InitiativeStatus,
  field: readonly string[],
): readonly Refusal[] => {
  const { initiative, from, to } = move;
  const wrongState = (message: string): Refusal => ({ code: 'WRONG_STATE', message, field });
  if (from.key !== to.key) {
    return [wrongState(`${initiative.key} follows the template ${from.key}, not ${to.key}.`)];
  }
  if (from.version >= to.version) {
    const message = `${initiative.key} is on version ${from.version}, and version ${to.version} is not newer.`;
    return [invalid(['input', 'toVersion'], message)];
  }
  return [
    ...(stays(status) ? [wrongState(`${initiative.key} is ${status} and stays on version ${from.version}.`)] : []),
    ...blockersOf(move).map(({ message }) => wrongState(message)),
  ];
};
