import { add, compare, decimal, formatDecimal, HUNDRED, isPositive, sum, type Decimal } from '../basics/decimal.js';
import { invalid, type Refusal } from '../basics/result.js';
import type { ClassificationRule, RulesVersion, WorkTraits } from '../effort/classification-rule.js';
import { matches } from '../effort/classify.js';
import { criteriaOf } from '../gates/check-evidence.js';
import type { WorkflowTemplate } from '../gates/gate.js';
import type { TicketSnapshot } from './ticket.js';

/** What rules look at of a ticket. */
export const traitsOf = (
  { labels, components, type, projectKey }: Pick<TicketSnapshot, 'labels' | 'components' | 'type' | 'projectKey'>,
  connectionId: string,
): WorkTraits => ({ labels, components, ticketType: type, projectKey, connectionId });

/** A rule that says where tickets like this belong. */
export type LinkingRule = ClassificationRule & { readonly initiativeKey: string };

/** The first rule in force that matches and names an initiative; null where none does. */
export const linkingRule = (inForce: RulesVersion | null, traits: WorkTraits): LinkingRule | null =>
  (inForce?.rules ?? []).find((rule): rule is LinkingRule => rule.initiativeKey !== null && matches(rule, traits)) ??
  null;

/** The share of a ticket's work that an initiative has. */
export interface Share {
  readonly initiativeId: string;
  readonly sharePercent: Decimal;
}

const CENT_FORM = /^\d{1,3}(?:\.\d{1,2})?$/;
const FIELD = ['input', 'sharePercent'];

/**
 * Everything that is wrong with the share that a link would give an initiative: above 0 and at most 100, with at most two
 * decimals, and together with the shares of other initiatives in the same ticket at most 100.
 */
export const checkShare = (share: Share, others: readonly Share[], ticketKey: string): readonly Refusal[] => {
  const { sharePercent } = share;
  if (!CENT_FORM.test(sharePercent) || !isPositive(sharePercent) || compare(sharePercent, HUNDRED) > 0) {
    return [
      invalid(
        FIELD,
        `sharePercent must be above 0 and at most 100, with at most two decimals, and was ${sharePercent}.`,
      ),
    ];
  }
  const taken = sum(
    others.filter(({ initiativeId }) => initiativeId !== share.initiativeId).map((other) => other.sharePercent),
  );
  const total = formatDecimal(add(taken, sharePercent));
  return compare(total, HUNDRED) > 0
    ? [
        invalid(
          FIELD,
          `The shares of ${ticketKey} would come to ${total} percent: others have ${formatDecimal(taken)} already. State a smaller one, or lower theirs first.`,
        ),
      ]
    : [];
};

/** The share of a ticket that a rule links. */
export const WHOLE_SHARE = decimal('100');

/** A ticket is linked only to a criterion of the initiative's template that asks for tickets to be done. */
export const checkTicketCriterion = (criterionKey: string, template: WorkflowTemplate): readonly Refusal[] => {
  const criteria = criteriaOf(template);
  const criterion = criteria.find(({ key }) => key === criterionKey);
  if (criterion?.kind === 'TICKETS_DONE') {
    return [];
  }
  const known = criteria.filter(({ kind }) => kind === 'TICKETS_DONE').map(({ key }) => key);
  const hint =
    known.length > 0
      ? `those that ask for tickets to be done are ${known.join(', ')}`
      : 'none asks for tickets to be done';
  const field = ['input', 'criterionKey'];
  return [
    criterion
      ? invalid(field, `The criterion ${criterion.key} takes no tickets; ${hint}.`)
      : { code: 'NOT_FOUND', message: `The initiative's template has no such criterion; ${hint}.`, field },
  ];
};
