import { graphql } from '../../api/generated';

export const SCHEDULED = graphql(`
  query ScheduledReviews($portfolioKey: String!, $after: String) {
    portfolio(key: $portfolioKey) {
      key
      gateReviews(status: OPEN, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ReviewLine
        }
      }
    }
  }

  fragment ReviewLine on GateReview {
    id
    dueOn
    ageDays
    isOverdue
    votes {
      outcome
      isGatekeeper
    }
    viewerCan {
      decide {
        allowed
      }
      vote {
        allowed
      }
    }
    initiative {
      key
      name
      stage {
        name
      }
      gate {
        definition {
          name
          quorum
        }
        readiness {
          ready
          metCount
          mustMeetCount
        }
      }
    }
  }
`);

export const READY = graphql(`
  query ReadyInitiatives($portfolioKey: String!, $after: String) {
    portfolio(key: $portfolioKey) {
      initiatives(
        first: 50
        after: $after
        filter: { statuses: [ACTIVE], readyForGate: true, hasOpenReview: false }
        orderBy: DAYS_IN_STAGE_DESC
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          key
          name
          daysInStage
          agingLevel
          stage {
            name
          }
          gate {
            definition {
              name
            }
          }
          viewerCan {
            requestReview {
              allowed
              reason
            }
          }
        }
      }
    }
  }
`);

export const IN_DANGER = graphql(`
  query ReviewsInDanger($portfolioKey: String!, $after: String) {
    portfolio(key: $portfolioKey) {
      gateReviews(inDanger: true, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ReviewLine
          initiative {
            gate {
              readiness {
                assessments {
                  blocks
                  reason
                  criterion {
                    key
                    name
                  }
                  status
                }
                openConditions {
                  id
                  text
                  dueOn
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const MEETING_ITEM = graphql(`
  query MeetingItem($id: ID!) {
    gateReview(id: $id) {
      id
      status
      dueOn
      isOverdue
      ageDays
      note
      requestedBy {
        name
      }
      votes {
        outcome
        comment
        isGatekeeper
        voter {
          id
          name
        }
      }
      viewerCan {
        decide {
          allowed
          reason
          whoCan {
            id
            name
          }
        }
        vote {
          allowed
          reason
        }
      }
      initiative {
        key
        name
        problem
        daysInStage
        health
        healthReason
        owner {
          name
        }
        stage {
          name
        }
        gate {
          definition {
            name
            quorum
          }
          readiness {
            ready
            metCount
            mustMeetCount
            assessments {
              blocks
              status
              reason
              criterion {
                key
                name
                kind
                weight
              }
            }
            openConditions {
              id
              text
              dueOn
              owner {
                name
              }
            }
          }
        }
      }
    }
  }
`);
