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
    "\n  query Board($portfolioKey: String!) {\n    portfolio(key: $portfolioKey) {\n      name\n      initiatives(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          name\n          health\n          daysInStage\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.BoardDocument,
    "\n  query FindInitiatives($portfolioKey: String!, $search: String) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 8, filter: { search: $search }) {\n        nodes {\n          id\n          key\n          name\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.FindInitiativesDocument,
    "\n  query MyPortfolios {\n    viewer {\n      user {\n        id\n        name\n      }\n      isInstanceAdmin\n      inbox(first: 50) {\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n    portfolios {\n      key\n      name\n      timeZone\n    }\n  }\n": typeof types.MyPortfoliosDocument,
};
const documents: Documents = {
    "\n  query Board($portfolioKey: String!) {\n    portfolio(key: $portfolioKey) {\n      name\n      initiatives(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          name\n          health\n          daysInStage\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.BoardDocument,
    "\n  query FindInitiatives($portfolioKey: String!, $search: String) {\n    portfolio(key: $portfolioKey) {\n      initiatives(first: 8, filter: { search: $search }) {\n        nodes {\n          id\n          key\n          name\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.FindInitiativesDocument,
    "\n  query MyPortfolios {\n    viewer {\n      user {\n        id\n        name\n      }\n      isInstanceAdmin\n      inbox(first: 50) {\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n    portfolios {\n      key\n      name\n      timeZone\n    }\n  }\n": types.MyPortfoliosDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Board($portfolioKey: String!) {\n    portfolio(key: $portfolioKey) {\n      name\n      initiatives(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          name\n          health\n          daysInStage\n          stage {\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').BoardDocument;
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
