import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RulesQuery } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Listing } from '../../parts/listing';
import { WhyNot } from '../../parts/permitted';
import rows from '../../parts/rows.module.css';
import { momentOf } from '../../words/format';
import type { Right } from './integrations';
import { RulesEditor } from './rules-editor';
import { RULES } from './rules-queries';

export type RulesPortfolio = NonNullable<RulesQuery['portfolio']>;
type Rule = NonNullable<RulesPortfolio['classificationRules']>['rules'][number];

/** The rules in force, in the order in which they are asked, and the editor for the next version. */
const Rules = ({ portfolioKey, publish }: { portfolioKey: string; publish: Right }) => {
  const answer = useAnswer(RULES, { portfolioKey });
  const [edits, setEdits] = useState(false);
  return (
    <Answered to={answer}>
      {({ portfolio }) =>
        portfolio &&
        (edits ? (
          <RulesEditor
            portfolioKey={portfolioKey}
            portfolio={portfolio}
            onClose={() => {
              setEdits(false);
            }}
          />
        ) : (
          <Listing
            title="Classification rules"
            count={portfolio.classificationRules?.rules.length ?? 0}
            about={
              <>
                {portfolio.classificationRules === null
                  ? 'They give effort its category where its sender states none. '
                  : `Version ${String(portfolio.classificationRules.version)}, published ${momentOf(portfolio.classificationRules.publishedAt)} by ${portfolio.classificationRules.publishedBy.name}. The first match wins. `}
                <WhyNot of={publish} />
              </>
            }
            empty="No rules are published. Effort whose sender states no category takes that of its initiative, or none."
            tools={
              publish.allowed && (
                <Button
                  size="xs"
                  onClick={() => {
                    setEdits(true);
                  }}
                >
                  {portfolio.classificationRules === null ? 'Write rules' : 'Change the rules'}
                </Button>
              )
            }
          >
            {(portfolio.classificationRules?.rules ?? []).map((rule) => (
              <li key={rule.name} className={rows.row}>
                <div className={rows.main}>
                  <strong>{rule.name}</strong>
                  <div>{conditionsOf(rule, portfolio)}</div>
                </div>
                <div className={rows.side}>{effectOf(rule, portfolio)}</div>
              </li>
            ))}
          </Listing>
        ))
      }
    </Answered>
  );
};

/** What work must be like for a rule, in words. */
const conditionsOf = (rule: Rule, { integrationConnections }: RulesPortfolio): string =>
  [
    rule.connectionId === null
      ? ''
      : `came in by ${integrationConnections.find(({ id }) => id === rule.connectionId)?.name ?? 'a connection that is gone'}`,
    listed('in project', rule.projectKeys),
    listed('of type', rule.ticketTypes),
    listed('labelled', rule.labels),
    listed('on component', rule.components),
  ]
    .filter((part) => part !== '')
    .join(', and ');

const listed = (what: string, given: readonly string[]): string =>
  given.length === 0 ? '' : `${what} ${given.join(' or ')}`;

const effectOf = (rule: Rule, { allocationScheme }: RulesPortfolio): string =>
  [
    rule.categoryKey === null
      ? ''
      : `is ${allocationScheme.categories.find(({ key }) => key === rule.categoryKey)?.name ?? rule.categoryKey}`,
    rule.initiativeKey === null ? '' : `belongs to ${rule.initiativeKey}`,
    rule.criterionKey === null ? '' : `for ${rule.criterionKey}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

export default Rules;
