import { graphql } from '../../api/generated';

export const ENTRIES = graphql(`
  query PortfolioEntries(
    $portfolioKey: String!
    $from: Date!
    $to: Date!
    $categoryKey: String
    $uncategorised: Boolean
    $investmentClass: InvestmentClass
    $valueThesis: ValueThesis
    $after: String
    $asOf: DateTime
  ) {
    portfolio(key: $portfolioKey) {
      effortEntries(
        first: 50
        after: $after
        from: $from
        to: $to
        categoryKey: $categoryKey
        uncategorised: $uncategorised
        schemeOn: $to
        investmentClass: $investmentClass
        valueThesis: $valueThesis
        asOf: $asOf
      ) {
        nodes {
          id
          workedOn
          personDays
          person
          note
          source
          reverses {
            id
          }
          initiative {
            key
            name
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

export const LATE = graphql(`
  query LateEffort($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      lateEffort(first: 50, status: PENDING) {
        nodes {
          id
          workedOn
          kind
          personDays
          person
          source
          note
          initiative {
            key
            name
          }
        }
      }
    }
  }
`);

export const ACCEPT_LATE = graphql(`
  mutation AcceptLateEffort($portfolioKey: String!, $ids: [ID!]!, $reason: String) {
    effortLateAccept(portfolioKey: $portfolioKey, ids: $ids, reason: $reason) {
      settled
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const REFUSE_LATE = graphql(`
  mutation RefuseLateEffort($portfolioKey: String!, $ids: [ID!]!, $reason: String!) {
    effortLateRefuse(portfolioKey: $portfolioKey, ids: $ids, reason: $reason) {
      settled
      userErrors {
        code
        message
        field
      }
    }
  }
`);
