import type { EvidenceContent, EvidenceKind } from './evidence.js';
import type { CriterionDefinition, EvidenceFact } from './gate.js';

/** Evidence whose content is of one kind. */
export type EvidenceOf<Kind extends EvidenceKind> = EvidenceFact & {
  readonly content: Extract<EvidenceContent, { readonly kind: Kind }>;
};

type Named = Pick<CriterionDefinition, 'key'>;

/** What was handed in for a criterion. Submissions of another kind under the criterion's key do not count. */
export const submissionsFor = <Kind extends EvidenceKind>(
  kind: Kind,
  criterion: Named,
  evidence: readonly EvidenceFact[],
): readonly EvidenceOf<Kind>[] =>
  evidence.filter(
    (each): each is EvidenceOf<Kind> => each.criterionKey === criterion.key && each.content.kind === kind,
  );

/** When evidence was submitted, as text that sorts; ids break a tie, so the answer does not hang on the order of the rows. */
export const orderOf = ({ submittedAt, id }: EvidenceFact): string => `${submittedAt} ${id}`;

const orderOfCheck = (check: EvidenceOf<'EXTERNAL_CHECK'>): string => `${check.content.checkedAt} ${orderOf(check)}`;

const lastBy = <Evidence>(evidence: readonly Evidence[], order: (each: Evidence) => string): Evidence | undefined =>
  evidence.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1);

/** The newest evidence is the one submitted last. */
export const newest = <Evidence extends EvidenceFact>(evidence: readonly Evidence[]): Evidence | undefined =>
  lastBy(evidence, orderOf);

/** The submission of a reviewed kind that counts (law 4): the newest accepted one. */
export const newestAccepted = <Evidence extends EvidenceFact>(evidence: readonly Evidence[]): Evidence | undefined =>
  newest(evidence.filter(({ review }) => review?.outcome === 'ACCEPTED'));

/** The result of an external check that counts (law 4): the newest by `checkedAt`, without any review. */
export const newestCheck = (
  results: readonly EvidenceOf<'EXTERNAL_CHECK'>[],
): EvidenceOf<'EXTERNAL_CHECK'> | undefined => lastBy(results, orderOfCheck);
