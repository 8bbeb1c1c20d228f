import { graphql } from '../../api/generated';

export const ENDPOINTS = graphql(`
  query WebhookEndpoints($portfolioKey: String!) {
    webhookEndpoints(portfolioKey: $portfolioKey) {
      ...Endpoint
    }
  }

  fragment Endpoint on WebhookEndpoint {
    id
    url
    format
    events
    enabled
    disabledReason
    disabledAt
    failingSince
    notice
    pendingMessages
    previousSecretUntil
  }
`);

export const CREATE_ENDPOINT = graphql(`
  mutation CreateEndpoint($input: WebhookEndpointCreateInput!) {
    webhookEndpointCreate(input: $input) {
      endpointId
      secret
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const UPDATE_ENDPOINT = graphql(`
  mutation UpdateEndpoint($id: ID!, $input: WebhookEndpointUpdateInput!) {
    webhookEndpointUpdate(id: $id, input: $input) {
      endpointId
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const ROTATE_ENDPOINT = graphql(`
  mutation RotateEndpoint($id: ID!) {
    webhookEndpointRotateSecret(id: $id) {
      secret
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const PING = graphql(`
  mutation PingEndpoint($id: ID!) {
    webhookEndpointPing(id: $id) {
      delivered
      status
      error
      durationMs
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const MESSAGES = graphql(`
  query WebhookMessages($id: ID!, $status: WebhookMessageStatus, $after: String) {
    webhookEndpoint(id: $id) {
      messages(first: 25, status: $status, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          eventType
          occurredAt
          dueAt
          failures
          status
          attempts(first: 1) {
            nodes {
              attemptedAt
              status
              error
              response
            }
          }
        }
      }
    }
  }
`);

export const RESEND = graphql(`
  mutation ResendMessage($id: ID!) {
    webhookMessageResend(id: $id) {
      messageId
      userErrors {
        code
        message
        field
      }
    }
  }
`);
