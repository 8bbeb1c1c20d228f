import { graphql } from '../../api/generated';

export const TEMPLATES = graphql(`
  query Templates {
    viewer {
      isInstanceAdmin
    }
    portfolios {
      key
      name
      viewerRoles
      template {
        key
        name
        version
        publishedAt
        stages {
          key
        }
      }
    }
  }
`);

export const TEMPLATE = graphql(`
  query Template($key: String!, $version: Int) {
    viewer {
      isInstanceAdmin
    }
    portfolios {
      key
      viewerRoles
      template {
        key
      }
    }
    newest: workflowTemplate(key: $key) {
      version
    }
    workflowTemplate(key: $key, version: $version) {
      ...TemplateVersion
    }
  }

  fragment TemplateVersion on WorkflowTemplate {
    key
    name
    version
    publishedAt
    stages {
      key
      name
      category
      position
      timeBoxDays
      wipLimit
      exitGate {
        key
        name
        quorum
        recycleLimit
        slaDays
        criteria {
          key
          name
          kind
          weight
          veto
          guidance
          example
          validForDays
          riskTiers
          settings
        }
      }
    }
  }
`);

export const PUBLISH_TEMPLATE = graphql(`
  mutation PublishTemplate($input: WorkflowTemplatePublishInput!) {
    workflowTemplatePublish(input: $input) {
      template {
        key
        version
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const MIGRATION = graphql(`
  query MigrationEffects($portfolioKey: String!, $templateKey: String!) {
    templateMigrationPreview(portfolioKey: $portfolioKey, templateKey: $templateKey, first: 100) {
      totalCount
      nodes {
        canMove
        fromVersion
        initiative {
          key
          name
        }
        effects {
          kind
          blocks
          message
        }
      }
    }
  }
`);
