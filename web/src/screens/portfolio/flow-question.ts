import { graphql } from '../../api/generated';

/** The reports of a portfolio that are no effort: one question, for they are looked at together. */
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
