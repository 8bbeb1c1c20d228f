/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How an initiative is doing. */
export type Health =
  /** It may miss its goal if nothing is done. */
  | 'AT_RISK'
  /** Nothing was measured that would tell; only computed, never told by a person. */
  | 'NO_DATA'
  /** It misses its goal as it stands. */
  | 'OFF_TRACK'
  /** Nothing speaks against its goal. */
  | 'ON_TRACK';

export type BoardQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type BoardQuery = { portfolio: { name: string, initiatives: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, health: Health, daysInStage: number, stage: { name: string } }> } } | null };

export type FindInitiativesQueryVariables = Exact<{
  portfolioKey: string;
  search?: string | null | undefined;
}>;


export type FindInitiativesQuery = { portfolio: { initiatives: { nodes: Array<{ id: string, key: string, name: string, stage: { name: string } }> } } | null };

export type MyPortfoliosQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPortfoliosQuery = { viewer: { isInstanceAdmin: boolean, user: { id: string, name: string }, inbox: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } }, portfolios: Array<{ key: string, name: string, timeZone: string }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const BoardDocument = new TypedDocumentString(`
    query Board($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    name
    initiatives(first: 100) {
      totalCount
      nodes {
        id
        key
        name
        health
        daysInStage
        stage {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const FindInitiativesDocument = new TypedDocumentString(`
    query FindInitiatives($portfolioKey: String!, $search: String) {
  portfolio(key: $portfolioKey) {
    initiatives(first: 8, filter: {search: $search}) {
      nodes {
        id
        key
        name
        stage {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindInitiativesQuery, FindInitiativesQueryVariables>;
export const MyPortfoliosDocument = new TypedDocumentString(`
    query MyPortfolios {
  viewer {
    user {
      id
      name
    }
    isInstanceAdmin
    inbox(first: 50) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  portfolios {
    key
    name
    timeZone
  }
}
    `) as unknown as TypedDocumentString<MyPortfoliosQuery, MyPortfoliosQueryVariables>;