import { graphql } from '../../api/generated';
import type { InitiativeAtGateQuery } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';

const INITIATIVE = graphql(`
  query InitiativeAtGate($key: String!) {
    viewer {
      user {
        id
      }
    }
    initiativeByKey(key: $key) {
      id
      key
      name
      problem
      version
      status
      health
      healthReason
      healthDifference
      daysInStage
      daysOnHold
      agingLevel
      investmentClass
      riskTier
      valueThesis
      solutionType
      businessUnit
      defaultCategoryKey
      owner {
        id
        name
      }
      sponsor {
        id
        name
      }
      stage {
        key
        name
        position
      }
      portfolio {
        key
        name
        today
        viewerRoles
        members {
          roles
          user {
            id
            name
          }
        }
        aging {
          p50
          p85
          stage {
            key
          }
        }
      }
      template {
        key
        version
        stages {
          key
          name
          position
          exitGate {
            key
            criteria {
              key
              name
              kind
            }
          }
        }
      }
      attention {
        id
        code
        level
        message
      }
      gate {
        ...OfGate
      }
      waivers {
        ...OfWaiver
      }
      viewerCan {
        closeCondition {
          ...Permitted
        }
        comment {
          ...Permitted
        }
        decide {
          ...Permitted
        }
        defineKpi {
          ...Permitted
        }
        linkTicket {
          ...Permitted
        }
        postStatusUpdate {
          ...Permitted
        }
        recordMeasurement {
          ...Permitted
        }
        reopen {
          ...Permitted
        }
        requestReview {
          ...Permitted
        }
        requestWaiver {
          ...Permitted
        }
        resume {
          ...Permitted
        }
        submitEvidence {
          ...Permitted
        }
        update {
          ...Permitted
        }
      }
    }
  }
`);

/** An initiative with all that its gate says of it: one question for the screen and the dialogs over it. */
export const useInitiative = (key: string) => useAnswer(INITIATIVE, { key });

export type Initiative = NonNullable<InitiativeAtGateQuery['initiativeByKey']>;
export type Gate = NonNullable<Initiative['gate']>;
export type Assessment = Gate['readiness']['assessments'][number];
export type Condition = Gate['readiness']['openConditions'][number];
export type Review = NonNullable<Gate['currentReview']>;
export type Waiver = Initiative['waivers'][number];
export type Permission = Initiative['viewerCan']['decide'];

/** What a criterion of any gate of the template is called; its key where the template does not have it any more. */
export const nameOfCriterion = ({ template }: Initiative, key: string): string =>
  template.stages.flatMap(({ exitGate }) => exitGate?.criteria ?? []).find((each) => each.key === key)?.name ?? key;

/** The stage that follows the one an initiative stands in; nothing in the last. */
export const nextStageOf = ({ template, stage }: Initiative) =>
  template.stages.find(({ position }) => position === stage.position + 1);
