import { invalid, type Refusal } from '../basics/result.js';
import type { GateScene, Proposal } from './proposal.js';

/** How often a gate may send an initiative back where its template does not say. */
export const DEFAULT_RECYCLE_LIMIT = 2;

const FIELD = ['input', 'recycleToStageKey'];

const unlessBack = (toStageKey: string | null, { stageKey, stageKeys }: GateScene): readonly Refusal[] => {
  const choices = stageKeys.slice(0, stageKeys.indexOf(stageKey) + 1);
  if (toStageKey === null) {
    return [invalid(FIELD, `RECYCLE needs recycleToStageKey: one of ${choices.join(', ')}.`)];
  }
  return choices.includes(toStageKey)
    ? []
    : [invalid(FIELD, `RECYCLE goes back to one of ${choices.join(', ')}, and not to ${toStageKey}.`)];
};

/**
 * RECYCLE goes to the named earlier stage, or once more through the same one, at most `recycleLimit` times per gate (law 11;
 * 2 where the template does not say). Refused with INVALID for a stage that is missing, unknown or ahead, and with
 * RECYCLE_LIMIT once the gate has sent the initiative back as often. For any other outcome a stage to go back to is INVALID.
 */
export const checkRecycle = ({ outcome, recycleToStageKey }: Proposal, scene: GateScene): readonly Refusal[] => {
  if (outcome !== 'RECYCLE') {
    return recycleToStageKey === null
      ? []
      : [invalid(FIELD, `${outcome} takes no recycleToStageKey; only RECYCLE does.`)];
  }
  const limit = scene.recycleLimit ?? DEFAULT_RECYCLE_LIMIT;
  return [
    ...unlessBack(recycleToStageKey, scene),
    ...(scene.recycles < limit
      ? []
      : [
          {
            code: 'RECYCLE_LIMIT' as const,
            message: `The gate has sent the initiative back ${scene.recycles} times, and may ${limit} times: decide GO, CONDITIONAL_GO, HOLD or KILL.`,
          },
        ]),
  ];
};
