import { graphql } from '../../api/generated';
import { useAnswer } from '../../api/queries';

const CLOSER = graphql(`
  query CloserLook($key: String!) {
    initiativeByKey(key: $key) {
      id
      key
      name
      investmentClass
      health
      healthReason
      stage {
        name
      }
      gate {
        definition {
          name
        }
        readiness {
          metCount
          mustMeetCount
          ready
          assessments {
            status
            blocks
            reason
            remedy
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
        currentReview {
          dueOn
          isOverdue
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
        requestReview {
          allowed
          reason
        }
        submitEvidence {
          allowed
          reason
        }
      }
    }
  }
`);

/** One initiative from closer: what its gate still lacks, and what the viewer may do about it. */
export const useCloserLook = (key: string | undefined) => useAnswer(CLOSER, { key: key ?? '' }, key !== undefined);
