import { graphql } from '../../api/generated';

export const RULES = graphql(`
  query Rules($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      classificationRules {
        version
        publishedAt
        publishedBy {
          name
        }
        rules {
          name
          categoryKey
          initiativeKey
          criterionKey
          connectionId
          labels
          projectKeys
          ticketTypes
          components
        }
      }
      allocationScheme {
        categories {
          key
          name
        }
      }
      integrationConnections {
        id
        name
      }
    }
  }
`);

export const PREVIEW_RULES = graphql(`
  mutation PreviewRules($portfolioKey: String!, $input: ClassificationRulesPublishInput!) {
    classificationRulesPreview(portfolioKey: $portfolioKey, input: $input) {
      ...RulesEffect
    }
  }

  fragment RulesEffect on ClassificationRulesPayload {
    version
    changedEntries
    closedEntries
    isFinished
    before {
      shares {
        category {
          key
          name
        }
        percent
      }
    }
    after {
      shares {
        category {
          key
          name
        }
        percent
      }
    }
    changes {
      categoryKey
      ruleName
      entry {
        id
        workedOn
        personDays
        categoryKey
        note
        initiative {
          key
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
`);

export const PUBLISH_RULES = graphql(`
  mutation PublishRules($portfolioKey: String!, $input: ClassificationRulesPublishInput!) {
    classificationRulesPublish(portfolioKey: $portfolioKey, input: $input) {
      version
      changedEntries
      isFinished
      userErrors {
        code
        message
        field
      }
    }
  }
`);
