import { graphql } from '../../api/generated';

/** What there is to reckon with before anything can be asked: the zone, the server's own clock, the stages. */
export const GROUND = graphql(`
  query PortfolioGround($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      name
      timeZone
      viewerRoles
      governanceDebt {
        asOf
      }
      initiatives(first: 1, filter: { statuses: [ACTIVE, ON_HOLD] }) {
        totalCount
      }
      template {
        stages {
          key
          name
        }
      }
    }
  }
`);

export const EFFORT = graphql(`
  query PortfolioEffort(
    $portfolioKey: String!
    $from: Date!
    $to: Date!
    $trendFrom: Date!
    $trendTo: Date!
    $asOf: DateTime
  ) {
    portfolio(key: $portfolioKey) {
      effortSplit(from: $from, to: $to, asOf: $asOf) {
        headline
        personDays
        uncategorizedPersonDays
        coveragePercent
        operationalisationPercent
        schemeNote
        scheme {
          version
          coverageFloorPercent
        }
        shares {
          category {
            key
            name
            targetPercent
            tolerancePoints
          }
          personDays
          percent
          deviationPoints
          verdict
        }
        concentration {
          sentence
        }
        spread {
          sentence
        }
        investmentMix {
          headline
          personDays
          shares {
            investmentClass
            personDays
            percent
            targetPercent
            tolerancePoints
            deviationPoints
            verdict
          }
        }
      }
      effortTrend(from: $trendFrom, to: $trendTo, asOf: $asOf) {
        headline
        periods {
          key
          label
          personDays
          coveragePercent
          shares {
            category {
              key
              name
              targetPercent
            }
            percent
            verdict
          }
        }
      }
    }
  }
`);

export const STANDING = graphql(`
  query PortfolioStanding($portfolioKey: String!, $after: String) {
    portfolio(key: $portfolioKey) {
      initiatives(first: 300, after: $after, orderBy: KEY_ASC, filter: { statuses: [ACTIVE, ON_HOLD] }) {
        totalCount
        nodes {
          id
          key
          name
          health
          daysInStage
          stage {
            key
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
