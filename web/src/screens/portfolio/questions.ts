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

export const FLOW = graphql(`
  query PortfolioFlow(
    $portfolioKey: String!
    $from: Date!
    $to: Date!
    $yearFrom: Date!
    $yearTo: Date!
    $exits: Int!
    $asOf: DateTime
  ) {
    portfolio(key: $portfolioKey) {
      funnel(from: $yearFrom, to: $yearTo, asOf: $asOf) {
        headline
        endToEndPercent
        stages {
          stage {
            key
            name
          }
          entered
          advanced
          stopped
          remaining
          conversionPercent
          medianDays
        }
      }
      agingHeadline(asOf: $asOf)
      aging(asOf: $asOf) {
        stage {
          key
          name
          timeBoxDays
        }
        count
        exits
        levels {
          level
          count
        }
        p50
        p70
        p85
        wipLimit
        overWip
      }
      valueBalanceHeadline(from: $from, to: $to, asOf: $asOf)
      valueBalance(from: $from, to: $to, asOf: $asOf) {
        valueThesis
        initiatives
        personDays
        percent
      }
      forecast(exits: $exits, asOf: $asOf) {
        enoughHistory
        exits
        explanation
        p50Months
        p85Months
        p95Months
        history {
          month
          exits
        }
      }
      governanceDebt(asOf: $asOf) {
        headline
        asOf
        rows {
          kind
          count
          oldestDays
          ages {
            fromDays
            toDays
            count
          }
        }
        items(first: 8) {
          nodes {
            id
            kind
            days
            until
            text
            initiative {
              key
              name
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
      decisionStatistics(from: $from, to: $to, asOf: $asOf) {
        headline
        gates {
          gate {
            key
            name
          }
          decisions
          outcomes {
            outcome
            count
            percent
          }
          medianDays
          p85Days
          openReviews
          oldestOpenDays
          rubberStamp
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
