import { graphql } from '../../api/generated';

// What several questions ask alike; their texts are put together by the generated code.

graphql(`
  fragment Permitted on ViewerPermission {
    allowed
    reason
    whoCan {
      id
      name
    }
  }
`);

graphql(`
  fragment OfGate on Gate {
    definition {
      key
      name
      quorum
    }
    readiness {
      ready
      metCount
      mustMeetCount
      openConditions {
        id
        text
        dueOn
        status
        criterionKey
        owner {
          name
        }
      }
      assessments {
        status
        reason
        remedy
        blocks
        criterion {
          key
          name
          kind
          weight
          veto
          guidance
          example
          validForDays
          settings
        }
        evidence {
          id
          status
          effectiveOn
          expiresOn
          reviewComment
        }
        waiver {
          id
          expiresOn
          status
          reason
        }
      }
    }
    currentReview {
      id
      note
      dueOn
      ageDays
      isOverdue
      requestedAt
      requestedBy {
        name
      }
      votes {
        castAt
        comment
        outcome
        isGatekeeper
        voter {
          id
          name
        }
      }
      viewerCan {
        decide {
          ...Permitted
        }
        vote {
          ...Permitted
        }
        cancel {
          ...Permitted
        }
      }
    }
  }
`);

graphql(`
  fragment OfWaiver on Waiver {
    id
    criterionKey
    status
    reason
    compensatingControl
    expiresOn
    requestedAt
    requestedBy {
      name
    }
    decidedBy {
      name
    }
    decisionComment
    viewerCan {
      decide {
        ...Permitted
      }
      revoke {
        ...Permitted
      }
    }
  }
`);
