import type { CriterionDefinition } from '../../gates/gate.js';

type Stated = 'key' | 'name' | 'kind' | 'guidance' | 'example';

/** A must-meet criterion for all risk tiers whose evidence never runs out, but for what is said otherwise. */
export const criterion = (
  stated: Pick<CriterionDefinition, Stated> & Partial<Omit<CriterionDefinition, Stated>>,
): CriterionDefinition => ({
  weight: 'MUST_MEET',
  veto: false,
  validForDays: null,
  riskTiers: null,
  settings: {},
  ...stated,
});
