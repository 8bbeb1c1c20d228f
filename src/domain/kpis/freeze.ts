import { compare } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import type { KpiDefinition } from './kpi.js';

type Stated = Pick<KpiDefinition, 'unit' | 'baseline'>;

/** Do two definitions state the same baseline? Values are compared as numbers, and 9.4 min is not 9.4 s. */
export const hasSameBaseline = (a: Stated, b: Stated): boolean =>
  a.baseline === null || b.baseline === null
    ? a.baseline === b.baseline
    : a.unit === b.unit &&
      compare(a.baseline.value, b.baseline.value) === 0 &&
      a.baseline.measuredOn === b.baseline.measuredOn &&
      a.baseline.sampleSize === b.baseline.sampleSize;

/** Was a definition made after the baselines of its initiative froze? Never where they have not; `frozenSince` null. */
export const isAfterFreeze = (
  { recordedAt }: Pick<KpiDefinition, 'recordedAt'>,
  frozenSince: Instant | null,
): boolean => frozenSince !== null && recordedAt > frozenSince;

/** The first of the definitions that stated the baseline of this one, and from which it was carried on unchanged. */
const statedFirst = (definitions: readonly KpiDefinition[], definition: KpiDefinition): KpiDefinition => {
  const before = definitions.find(({ version }) => version === definition.version - 1);
  return before !== undefined && hasSameBaseline(before, definition) ? statedFirst(definitions, before) : definition;
};

/**
 * Since when the baseline of a definition is frozen (law 7); `definitions` are all of its KPI. Baselines freeze together, at
 * `frozenSince`, when a stage of category POC is first left by GO or CONDITIONAL_GO. One stated before that, and carried on
 * unchanged, is frozen since then; one stated or changed afterwards since it was recorded. Null while nothing is frozen,
 * without a baseline, and for a baseline that another one had replaced before the freeze.
 */
export const baselineFrozenAt = (
  definitions: readonly KpiDefinition[],
  definition: KpiDefinition,
  frozenSince: Instant | null,
): Instant | null => {
  if (frozenSince === null || definition.baseline === null) {
    return null;
  }
  const { recordedAt } = statedFirst(definitions, definition);
  if (recordedAt > frozenSince) {
    return recordedAt;
  }
  const replacement = definitions.find(
    (later) => later.version > definition.version && !hasSameBaseline(later, definition),
  );
  return replacement !== undefined && replacement.recordedAt <= frozenSince ? null : frozenSince;
};
