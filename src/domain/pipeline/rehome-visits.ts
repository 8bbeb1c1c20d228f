import type { WorkflowTemplate } from '../gates/gate.js';
import { homeOf, type MappedStage, type StageMapping } from './stage-mapping.js';

/** A visit to a stage of a template version. */
export interface VisitedStage {
  readonly templateId: string;
  readonly stage: MappedStage;
}

/** Where an initiative stands and where it is to go. */
export interface Rehoming {
  readonly from: WorkflowTemplate;
  /** The stage it stands in, of `from`. */
  readonly stageKey: string;
  readonly to: WorkflowTemplate;
  readonly mapping: readonly StageMapping[];
}

/**
 * Of the visits of an initiative that moves to a newer version, the stage of that version in which each is at home; null
 * for one that stays where it was. Nobody's days in stage change by it: visits to the stage it stands in go with it, and a
 * visit to another stage that would count as one of those stays behind, as one to a stage without a home does.
 */
export const rehomeVisits = <Visit extends VisitedStage>(
  visits: readonly Visit[],
  { from, stageKey, to, mapping }: Rehoming,
): readonly { readonly visit: Visit; readonly home: MappedStage | null }[] => {
  const isStanding = ({ templateId, stage }: Visit): boolean => templateId === from.id && stage.key === stageKey;
  const standing = visits.find(isStanding);
  const current = standing && homeOf(standing.stage, to, mapping);
  return visits.map((visit) => {
    const home = homeOf(visit.stage, to, mapping);
    return { visit, home: isStanding(visit) || home?.key !== current?.key ? home : null };
  });
};
