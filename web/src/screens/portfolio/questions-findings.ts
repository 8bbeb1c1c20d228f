import { graphql } from '../../api/generated';

export const ATTENTION = graphql(`
  query PortfolioAttention(
    $portfolioKey: String!
    $first: Int!
    $codes: [FindingCode!]
    $levels: [FindingLevel!]
    $muted: Boolean!
    $asOf: DateTime
  ) {
    portfolio(key: $portfolioKey) {
      attention(first: $first, codes: $codes, levels: $levels, includeMuted: $muted, asOf: $asOf) {
        totalCount
        nodes {
          id
          code
          level
          message
          since
          initiative {
            key
            name
            viewerCan {
              muteFinding {
                allowed
                reason
              }
            }
          }
          mute {
            reason
            until
            mutedBy {
              name
            }
          }
        }
      }
    }
  }
`);

export const MUTE = graphql(`
  mutation MuteFinding($id: ID!, $input: FindingMuteInput!) {
    findingMute(id: $id, input: $input) {
      finding {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const UNMUTE = graphql(`
  mutation UnmuteFinding($id: ID!) {
    findingUnmute(id: $id) {
      finding {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);
