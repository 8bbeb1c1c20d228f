import { graphql } from '../../api/generated';
import type { KpisOfQuery } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';

const KPIS = graphql(`
  query KpisOf($id: ID!) {
    initiative(id: $id) {
      kpis {
        id
        name
        class
        role
        direction
        unit
        target
        targetDate
        rangeLow
        rangeHigh
        breached
        attainmentPercent
        dataSource
        version
        owner {
          id
          name
        }
        baseline {
          value
          measuredOn
          sampleSize
          frozenAt
        }
        latest {
          value
          measuredOn
          source
          sampleSize
        }
        measurements(first: 100) {
          nodes {
            value
            measuredOn
            source
          }
        }
        versions {
          version
          recordedAt
          reason
          isAfterFreeze
          target
          recordedBy {
            name
          }
        }
      }
    }
  }
`);

/** The KPIs of an initiative with what was measured. */
export const useKpis = (id: string) => useAnswer(KPIS, { id });

export type Kpi = NonNullable<KpisOfQuery['initiative']>['kpis'][number];
