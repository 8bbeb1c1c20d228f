import { graphql } from '../../api/generated';

export const REVIEWS = graphql(`
  query Reviews($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      name
      scheduled: gateReviews(status: OPEN, first: 100) {
        totalCount
        nodes {
          ...ReviewLine
        }
      }
      ready: initiatives(
        first: 100
        filter: { statuses: [ACTIVE], readyForGate: true, hasOpenReview: false }
        orderBy: DAYS_IN_STAGE_DESC
      ) {
        totalCount
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
      inDanger: gateReviews(inDanger: true, first: 50) {
        totalCount
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
