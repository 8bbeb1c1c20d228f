import { graphql } from '../../api/generated';

export const TEMPLATES = graphql(`
  query Templates {
    viewer {
      mayPublishTemplates
    }
    portfolios {
      name
      template {
        key
      }
    }
    workflowTemplates {
      key
      newest {
        name
        version
        publishedAt
        stages {
          key
        }
      }
      versions {
        initiatives
        template {
          version
        }
      }
    }
  }
`);

export const TEMPLATE = graphql(`
  query Template($key: String!, $version: Int) {
    viewer {
      mayPublishTemplates
    }
    portfolios {
      key
      template {
        key
      }
    }
    workflowTemplates {
      key
      newest {
        version
      }
      versions {
        initiatives
        template {
          version
        }
      }
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

export const DRY_RUN = graphql(`
  query DryRun($portfolioKey: String!, $input: WorkflowTemplatePublishInput!) {
    workflowTemplateDryRun(portfolioKey: $portfolioKey, input: $input, first: 100) {
      version
      previews {
        ...Previews
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
      ...Previews
    }
  }

  fragment Previews on TemplateMigrationPreviewConnection {
    totalCount
    nodes {
      canMove
      fromVersion
      initiative {
        key
        name
      }
      standingBefore {
        ready
      }
      standingAfter {
        ready
        metCount
        mustMeetCount
      }
      effects {
        kind
        blocks
        message
      }
    }
  }
`);
