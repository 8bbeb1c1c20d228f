import { graphql } from '../../api/generated';
import type { CriteriaOfQuery } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';

const CRITERIA = graphql(`
  query CriteriaOf($key: String!) {
    initiativeByKey(key: $key) {
      template {
        stages {
          exitGate {
            key
            name
            criteria {
              key
              name
              kind
              veto
              weight
              guidance
              example
              validForDays
              settings
            }
          }
        }
      }
    }
  }
`);

type Gates = NonNullable<CriteriaOfQuery['initiativeByKey']>['template']['stages'];
export type Criterion = NonNullable<Gates[number]['exitGate']>['criteria'][number] & { readonly gateName: string };

/** A criterion of an initiative's template, at whichever gate; null where the template has none of that key. */
export const useCriterion = (initiativeKey: string, criterionKey: string): Criterion | null | undefined => {
  const { data } = useAnswer(CRITERIA, { key: initiativeKey });
  if (!data) {
    return undefined;
  }
  const all = (data.initiativeByKey?.template.stages ?? []).flatMap(({ exitGate }) =>
    (exitGate?.criteria ?? []).map((criterion) => ({ ...criterion, gateName: exitGate?.name ?? '' })),
  );
  return all.find(({ key }) => key === criterionKey) ?? null;
};
