import { decimal } from '../../../domain/basics/decimal.js';
import type { SchemeProposal } from '../commands/publish-scheme.js';
import type { AllocationSchemePublishInput } from './allocation-scheme.inputs.js';

const DEFAULT_FLOOR = decimal('80');
const DEFAULT_TOLERANCE = decimal('5');

/** A scheme as the command takes it; null stands for the default. */
export const schemeProposalOf = (input: AllocationSchemePublishInput): SchemeProposal => ({
  key: input.key,
  validFrom: input.validFrom,
  coverageFloorPercent: input.coverageFloorPercent ?? DEFAULT_FLOOR,
  categories: input.categories.map(({ key, name, targetPercent, tolerancePoints }) => ({
    key,
    name,
    targetPercent,
    tolerancePoints: tolerancePoints ?? DEFAULT_TOLERANCE,
  })),
});
