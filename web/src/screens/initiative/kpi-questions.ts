import { graphql } from '../../api/generated';
import type { KpisOfQuery } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
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
        measurements(first: 24, latestFirst: true) {
          pageInfo {
            hasNextPage
          }
          nodes {
            ...OfMeasurement
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

graphql(`
  fragment OfMeasurement on KpiMeasurement {
    value
    measuredOn
    source
  }
`);

const MEASUREMENTS = graphql(`
  query MeasurementsOf($id: ID!, $after: String) {
    initiative(id: $id) {
      kpis {
        id
        measurements(first: 100, latestFirst: true, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...OfMeasurement
          }
        }
      }
    }
  }
`);

/** The KPIs of an initiative with what was measured last. */
export const useKpis = (id: string) => useAnswer(KPIS, { id });

/** All measurements of one of its KPIs, the latest first, as far as they were asked for. */
export const useMeasurements = (initiativeId: string, kpiId: string) =>
  useList(
    MEASUREMENTS,
    { id: initiativeId },
    (told) => told?.initiative?.kpis.find(({ id }) => id === kpiId)?.measurements,
  );

export type Kpi = NonNullable<KpisOfQuery['initiative']>['kpis'][number];
