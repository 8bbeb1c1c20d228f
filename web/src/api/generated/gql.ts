/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Board($portfolioKey: String!, $statuses: [InitiativeStatus!]!) {\n    portfolio(key: $portfolioKey) {\n      name\n      viewerRoles\n      template {\n        stages {\n          key\n          name\n          exitGate {\n            name\n          }\n        }\n      }\n      aging {\n        p50\n        p85\n        overWip\n        wipLimit\n        stage {\n          key\n        }\n      }\n      onHold: initiatives(first: 1, filter: { statuses: [ON_HOLD] }) {\n        totalCount\n      }\n      killed: initiatives(first: 1, filter: { statuses: [KILLED] }) {\n        totalCount\n      }\n      retired: initiatives(first: 1, filter: { statuses: [RETIRED] }) {\n        totalCount\n      }\n      initiatives(first: 300, filter: { statuses: $statuses }, orderBy: KEY_ASC) {\n        ...BoardPage\n      }\n    }\n  }\n": typeof types.BoardDocument,
    "\n  query BoardMore($portfolioKey: String!, $statuses: [InitiativeStatus!]!, $after: String!) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 300, after: $after, filter: { statuses: $statuses }, orderBy: KEY_ASC) {\n        ...BoardPage\n      }\n    }\n  }\n": typeof types.BoardMoreDocument,
    "\n  fragment BoardPage on InitiativeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...BoardCard\n    }\n  }\n": typeof types.BoardPageFragmentDoc,
    "\n  fragment BoardCard on Initiative {\n    id\n    key\n    name\n    status\n    investmentClass\n    health\n    agingLevel\n    daysInStage\n    businessUnit\n    riskTier\n    valueThesis\n    updatedAt\n    owner {\n      id\n      name\n    }\n    stage {\n      key\n      name\n    }\n    gate {\n      readiness {\n        metCount\n        mustMeetCount\n        ready\n      }\n      currentReview {\n        dueOn\n        isOverdue\n      }\n    }\n  }\n": typeof types.BoardCardFragmentDoc,
    "\n  mutation RequestReviewOfOne($initiativeId: ID!, $input: GateReviewRequestInput!) {\n    gateReviewRequest(initiativeId: $initiativeId, input: $input) {\n      review {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RequestReviewOfOneDocument,
    "\n  query CloserLook($key: String!) {\n    initiativeByKey(key: $key) {\n      id\n      key\n      name\n      investmentClass\n      health\n      healthReason\n      stage {\n        name\n      }\n      gate {\n        definition {\n          name\n        }\n        readiness {\n          metCount\n          mustMeetCount\n          ready\n          assessments {\n            status\n            blocks\n            reason\n            remedy\n            criterion {\n              key\n              name\n              kind\n              weight\n            }\n          }\n          openConditions {\n            id\n            text\n            dueOn\n            owner {\n              name\n            }\n          }\n        }\n        currentReview {\n          dueOn\n          isOverdue\n        }\n      }\n      viewerCan {\n        decide {\n          allowed\n          reason\n          whoCan {\n            id\n            name\n          }\n        }\n        requestReview {\n          allowed\n          reason\n        }\n        submitEvidence {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.CloserLookDocument,
    "\n  query BoardWaiting($portfolioKey: String!) {\n    viewer {\n      inbox(first: 100, portfolioKey: $portfolioKey) {\n        nodes {\n          initiative {\n            key\n          }\n        }\n      }\n    }\n  }\n": typeof types.BoardWaitingDocument,
    "\n  query CreationOf($portfolioKey: String!) {\n    portfolio(key: $portfolioKey) {\n      name\n      viewerRoles\n      members {\n        user {\n          id\n          name\n        }\n      }\n      template {\n        key\n        name\n      }\n      allocationScheme {\n        categories {\n          key\n          name\n        }\n      }\n    }\n  }\n": typeof types.CreationOfDocument,
    "\n  mutation CreateInitiative($input: InitiativeCreateInput!) {\n    initiativeCreate(input: $input) {\n      initiative {\n        key\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.CreateInitiativeDocument,
    "\n  query FindInitiatives($portfolioKey: String!, $search: String) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 8, filter: { search: $search }) {\n        nodes {\n          id\n          key\n          name\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.FindInitiativesDocument,
    "\n  query MyPortfolios {\n    viewer {\n      user {\n        id\n        name\n      }\n      isInstanceAdmin\n      inbox(first: 50) {\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n    portfolios {\n      key\n      name\n      timeZone\n    }\n  }\n": typeof types.MyPortfoliosDocument,
};
const documents: Documents = {
    "\n  query Board($portfolioKey: String!, $statuses: [InitiativeStatus!]!) {\n    portfolio(key: $portfolioKey) {\n      name\n      viewerRoles\n      template {\n        stages {\n          key\n          name\n          exitGate {\n            name\n          }\n        }\n      }\n      aging {\n        p50\n        p85\n        overWip\n        wipLimit\n        stage {\n          key\n        }\n      }\n      onHold: initiatives(first: 1, filter: { statuses: [ON_HOLD] }) {\n        totalCount\n      }\n      killed: initiatives(first: 1, filter: { statuses: [KILLED] }) {\n        totalCount\n      }\n      retired: initiatives(first: 1, filter: { statuses: [RETIRED] }) {\n        totalCount\n      }\n      initiatives(first: 300, filter: { statuses: $statuses }, orderBy: KEY_ASC) {\n        ...BoardPage\n      }\n    }\n  }\n": types.BoardDocument,
    "\n  query BoardMore($portfolioKey: String!, $statuses: [InitiativeStatus!]!, $after: String!) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 300, after: $after, filter: { statuses: $statuses }, orderBy: KEY_ASC) {\n        ...BoardPage\n      }\n    }\n  }\n": types.BoardMoreDocument,
    "\n  fragment BoardPage on InitiativeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...BoardCard\n    }\n  }\n": types.BoardPageFragmentDoc,
    "\n  fragment BoardCard on Initiative {\n    id\n    key\n    name\n    status\n    investmentClass\n    health\n    agingLevel\n    daysInStage\n    businessUnit\n    riskTier\n    valueThesis\n    updatedAt\n    owner {\n      id\n      name\n    }\n    stage {\n      key\n      name\n    }\n    gate {\n      readiness {\n        metCount\n        mustMeetCount\n        ready\n      }\n      currentReview {\n        dueOn\n        isOverdue\n      }\n    }\n  }\n": types.BoardCardFragmentDoc,
    "\n  mutation RequestReviewOfOne($initiativeId: ID!, $input: GateReviewRequestInput!) {\n    gateReviewRequest(initiativeId: $initiativeId, input: $input) {\n      review {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RequestReviewOfOneDocument,
    "\n  query CloserLook($key: String!) {\n    initiativeByKey(key: $key) {\n      id\n      key\n      name\n      investmentClass\n      health\n      healthReason\n      stage {\n        name\n      }\n      gate {\n        definition {\n          name\n        }\n        readiness {\n          metCount\n          mustMeetCount\n          ready\n          assessments {\n            status\n            blocks\n            reason\n            remedy\n            criterion {\n              key\n              name\n              kind\n              weight\n            }\n          }\n          openConditions {\n            id\n            text\n            dueOn\n            owner {\n              name\n            }\n          }\n        }\n        currentReview {\n          dueOn\n          isOverdue\n        }\n      }\n      viewerCan {\n        decide {\n          allowed\n          reason\n          whoCan {\n            id\n            name\n          }\n        }\n        requestReview {\n          allowed\n          reason\n        }\n        submitEvidence {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.CloserLookDocument,
    "\n  query BoardWaiting($portfolioKey: String!) {\n    viewer {\n      inbox(first: 100, portfolioKey: $portfolioKey) {\n        nodes {\n          initiative {\n            key\n          }\n        }\n      }\n    }\n  }\n": types.BoardWaitingDocument,
    "\n  query CreationOf($portfolioKey: String!) {\n    portfolio(key: $portfolioKey) {\n      name\n      viewerRoles\n      members {\n        user {\n          id\n          name\n        }\n      }\n      template {\n        key\n        name\n      }\n      allocationScheme {\n        categories {\n          key\n          name\n        }\n      }\n    }\n  }\n": types.CreationOfDocument,
    "\n  mutation CreateInitiative($input: InitiativeCreateInput!) {\n    initiativeCreate(input: $input) {\n      initiative {\n        key\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.CreateInitiativeDocument,
    "\n  query FindInitiatives($portfolioKey: String!, $search: String) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 8, filter: { search: $search }) {\n        nodes {\n          id\n          key\n          name\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.FindInitiativesDocument,
    "\n  query MyPortfolios {\n    viewer {\n      user {\n        id\n        name\n      }\n      isInstanceAdmin\n      inbox(first: 50) {\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n    portfolios {\n      key\n      name\n      timeZone\n    }\n  }\n": types.MyPortfoliosDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Board($portfolioKey: String!, $statuses: [InitiativeStatus!]!) {\n    portfolio(key: $portfolioKey) {\n      name\n      viewerRoles\n      template {\n        stages {\n          key\n          name\n          exitGate {\n            name\n          }\n        }\n      }\n      aging {\n        p50\n        p85\n        overWip\n        wipLimit\n        stage {\n          key\n        }\n      }\n      onHold: initiatives(first: 1, filter: { statuses: [ON_HOLD] }) {\n        totalCount\n      }\n      killed: initiatives(first: 1, filter: { statuses: [KILLED] }) {\n        totalCount\n      }\n      retired: initiatives(first: 1, filter: { statuses: [RETIRED] }) {\n        totalCount\n      }\n      initiatives(first: 300, filter: { statuses: $statuses }, orderBy: KEY_ASC) {\n        ...BoardPage\n      }\n    }\n  }\n"): typeof import('./graphql').BoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardMore($portfolioKey: String!, $statuses: [InitiativeStatus!]!, $after: String!) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 300, after: $after, filter: { statuses: $statuses }, orderBy: KEY_ASC) {\n        ...BoardPage\n      }\n    }\n  }\n"): typeof import('./graphql').BoardMoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardPage on InitiativeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...BoardCard\n    }\n  }\n"): typeof import('./graphql').BoardPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardCard on Initiative {\n    id\n    key\n    name\n    status\n    investmentClass\n    health\n    agingLevel\n    daysInStage\n    businessUnit\n    riskTier\n    valueThesis\n    updatedAt\n    owner {\n      id\n      name\n    }\n    stage {\n      key\n      name\n    }\n    gate {\n      readiness {\n        metCount\n        mustMeetCount\n        ready\n      }\n      currentReview {\n        dueOn\n        isOverdue\n      }\n    }\n  }\n"): typeof import('./graphql').BoardCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestReviewOfOne($initiativeId: ID!, $input: GateReviewRequestInput!) {\n    gateReviewRequest(initiativeId: $initiativeId, input: $input) {\n      review {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RequestReviewOfOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CloserLook($key: String!) {\n    initiativeByKey(key: $key) {\n      id\n      key\n      name\n      investmentClass\n      health\n      healthReason\n      stage {\n        name\n      }\n      gate {\n        definition {\n          name\n        }\n        readiness {\n          metCount\n          mustMeetCount\n          ready\n          assessments {\n            status\n            blocks\n            reason\n            remedy\n            criterion {\n              key\n              name\n              kind\n              weight\n            }\n          }\n          openConditions {\n            id\n            text\n            dueOn\n            owner {\n              name\n            }\n          }\n        }\n        currentReview {\n          dueOn\n          isOverdue\n        }\n      }\n      viewerCan {\n        decide {\n          allowed\n          reason\n          whoCan {\n            id\n            name\n          }\n        }\n        requestReview {\n          allowed\n          reason\n        }\n        submitEvidence {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CloserLookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardWaiting($portfolioKey: String!) {\n    viewer {\n      inbox(first: 100, portfolioKey: $portfolioKey) {\n        nodes {\n          initiative {\n            key\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').BoardWaitingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreationOf($portfolioKey: String!) {\n    portfolio(key: $portfolioKey) {\n      name\n      viewerRoles\n      members {\n        user {\n          id\n          name\n        }\n      }\n      template {\n        key\n        name\n      }\n      allocationScheme {\n        categories {\n          key\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CreationOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateInitiative($input: InitiativeCreateInput!) {\n    initiativeCreate(input: $input) {\n      initiative {\n        key\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').CreateInitiativeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindInitiatives($portfolioKey: String!, $search: String) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 8, filter: { search: $search }) {\n        nodes {\n          id\n          key\n          name\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').FindInitiativesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyPortfolios {\n    viewer {\n      user {\n        id\n        name\n      }\n      isInstanceAdmin\n      inbox(first: 50) {\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n    portfolios {\n      key\n      name\n      timeZone\n    }\n  }\n"): typeof import('./graphql').MyPortfoliosDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
