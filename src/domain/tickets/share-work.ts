import { decimal, decimalOf, formatDecimal, isPositive, multiply, type Decimal } from '../basics/decimal.js';
import type { WorkTraits } from '../effort/classification-rule.js';
import type { EffortDraft } from '../effort/effort-entry.js';
import { hoursOfSeconds } from '../effort/read-hours.js';
import type { WorkPiece } from './work-pieces.js';

/** Which share of the work on a ticket belongs to an initiative, in percent above 0 and at most 100. */
export interface InitiativeShare {
  readonly initiativeKey: string;
  readonly sharePercent: Decimal;
}

const HUNDREDTH = decimal('0.01');

/** What an entry of effort is called for a piece of work and one of the initiatives it belongs to. */
const externalIdOf = (piece: WorkPiece, { initiativeKey }: InitiativeShare): string => `${piece.name}/${initiativeKey}`;

/**
 * The entries of effort that pieces of work on a ticket come to: of each piece one for every initiative it belongs to, of its
 * share, in hours (8 are a person-day). Shares are exact: pieces of a ticket that is shared out to 100 % come to what they were.
 */
export const shareWork = (
  pieces: readonly WorkPiece[],
  shares: readonly InitiativeShare[],
  source: string,
  traits: WorkTraits,
): readonly EffortDraft[] =>
  pieces.flatMap((piece) =>
    shares.flatMap((share): readonly EffortDraft[] => {
      const hours = hoursOfSeconds(decimalOf(piece.seconds));
      const amount = formatDecimal(multiply(multiply(hours, share.sharePercent), HUNDREDTH));
      return isPositive(amount)
        ? [
            {
              ...traits,
              initiativeKey: share.initiativeKey,
              categoryKey: null,
              amount,
              unit: 'HOURS',
              workedOn: piece.workedOn,
              person: piece.person,
              note: piece.note,
              source,
              externalId: externalIdOf(piece, share),
              method: piece.method,
              problems: [],
            },
          ]
        : [];
    }),
  );

/** The same entry without its person, whose day is full already: the work is kept, and nobody has a day of more than 24 hours. */
export const withoutPerson = (draft: EffortDraft): EffortDraft => ({
  ...draft,
  person: null,
  note: `Logged by ${draft.person ?? 'nobody'}, whose day would have more than 24 hours with it.`,
});
