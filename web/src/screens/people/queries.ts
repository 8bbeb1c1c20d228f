import { graphql } from '../../api/generated';

export const PEOPLE = graphql(`
  query People($portfolioKey: String!) {
    viewer {
      isInstanceAdmin
      user {
        id
        name
      }
    }
    portfolio(key: $portfolioKey) {
      name
      viewerRoles
      members {
        ...Membership
      }
    }
  }

  fragment Membership on PortfolioMember {
    roles
    user {
      id
      name
      email
    }
  }
`);

export const FIND_USERS = graphql(`
  query FindUsers($search: String) {
    users(first: 20, search: $search) {
      totalCount
      nodes {
        id
        name
        email
      }
    }
  }
`);

export const SET_MEMBER = graphql(`
  mutation SetMember($portfolioKey: String!, $input: PortfolioMemberSetInput!) {
    portfolioMemberSet(portfolioKey: $portfolioKey, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const CREATE_USER = graphql(`
  mutation CreateUser($input: UserCreateInput!) {
    userCreate(input: $input) {
      user {
        id
        name
        email
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const TOKENS = graphql(`
  query Tokens($userId: ID, $after: String) {
    apiTokens(first: 50, userId: $userId, after: $after) {
      nodes {
        id
        name
        createdAt
        expiresOn
        revokedAt
        createdBy {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CREATE_TOKEN = graphql(`
  mutation CreateToken($input: ApiTokenCreateInput!) {
    apiTokenCreate(input: $input) {
      token
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const REVOKE_TOKEN = graphql(`
  mutation RevokeToken($id: ID!) {
    apiTokenRevoke(apiTokenId: $id) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);
