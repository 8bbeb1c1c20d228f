import { graphql } from '../../api/generated';

export const INTEGRATIONS = graphql(`
  query Integrations($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      key
      name
      viewerRoles
      members {
        roles
        user {
          id
          name
        }
      }
      integrationConnections {
        ...Connection
      }
    }
  }

  fragment Connection on IntegrationConnection {
    id
    name
    tool
    paused
    webhookPath
    lastDeliveryAt
    lastReconcileAt
    foundByReconcile
    hasCredential
    previousSecretUntil
    version
    settings
    health {
      status
      message
      waiting
      failed
      quarantined
    }
  }
`);

export const PULL_RUNS = graphql(`
  query PullRuns($id: ID!) {
    integrationConnection(id: $id) {
      pullRuns(first: 5) {
        id
        kind
        status
        startedAt
        endedAt
        changed
        found
        failure
      }
    }
  }
`);

export const CREATE_CONNECTION = graphql(`
  mutation CreateConnection($input: IntegrationConnectionCreateInput!) {
    integrationConnectionCreate(input: $input) {
      secret
      connection {
        id
        name
        webhookPath
        tool
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const SET_PAUSED = graphql(`
  mutation SetConnectionPaused($id: ID!, $paused: Boolean!) {
    integrationConnectionSetPaused(id: $id, paused: $paused) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const ROTATE_SECRET = graphql(`
  mutation RotateConnectionSecret($id: ID!) {
    integrationConnectionRotateSecret(id: $id) {
      secret
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const RECONCILE = graphql(`
  mutation ReconcileConnection($id: ID!) {
    integrationConnectionReconcile(id: $id) {
      run {
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

export const BACKFILL = graphql(`
  mutation BackfillConnection($id: ID!, $since: DateTime!) {
    integrationConnectionBackfill(id: $id, since: $since) {
      run {
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

export const SET_CREDENTIAL = graphql(`
  mutation SetConnectionCredential($id: ID!, $credential: String) {
    integrationConnectionSetCredential(id: $id, credential: $credential) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const DELIVERIES = graphql(`
  query Deliveries($connectionId: ID!, $status: InboundDeliveryStatus, $after: String) {
    inboundDeliveries(connectionId: $connectionId, status: $status, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        deliveryKey
        eventName
        status
        reason
        receivedAt
        attempts
        repetitions
        isContentKept
        dismissal
        dismissedAt
        dismissedBy {
          name
        }
      }
    }
  }
`);

export const REPLAY_DELIVERY = graphql(`
  mutation ReplayDelivery($id: ID!) {
    inboundDeliveryReplay(id: $id) {
      delivery {
        id
        status
        reason
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const DISMISS_DELIVERY = graphql(`
  mutation DismissDelivery($id: ID!, $reason: String!) {
    inboundDeliveryDismiss(id: $id, reason: $reason) {
      delivery {
        id
        dismissal
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const REPLAY_DELIVERIES = graphql(`
  mutation ReplayDeliveries($connectionId: ID!, $since: DateTime!) {
    inboundDeliveriesReplay(connectionId: $connectionId, since: $since) {
      count
      userErrors {
        code
        message
        field
      }
    }
  }
`);
