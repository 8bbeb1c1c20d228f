import {
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  isCompositeType,
  isListType,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { USUAL_PAGE } from './connection.js';
import { requestError } from './request-error.js';

/** No page is longer; whoever asks for more is told so by the field. */
const LONGEST_PAGE = 500;
/** How many entries a list has that is no page: the stages of a template, the criteria of a gate. */
const USUAL_LIST = 5;
/** So many fields are looked at, fragments unfolded; whatever has more is refused without counting on. */
const MOST_NODES = 10_000;

const rowsOf = (first: unknown): number =>
  typeof first === 'number' && first > 0 ? Math.min(first, LONGEST_PAGE) : USUAL_PAGE;

/** What a field costs whose answer takes the database longer, whatever is selected of it. */
const HEAVY_POINTS = 1_000;

const byRows =
  (heavy: ReadonlySet<string>): ComplexityEstimator =>
  ({ field, args, type, childComplexity }) => {
    const own = heavy.has(`${type.name}.${field.name}`) ? HEAVY_POINTS : 1;
    if (!isCompositeType(getNamedType(field.type))) {
      return own;
    }
    const isPage = field.args.some(({ name }) => name === 'first');
    // The rows of a page were counted where the page was asked for.
    const isRows = type.name.endsWith('Connection');
    const isList = isListType(getNullableType(field.type));
    return own + childComplexity * (isPage ? rowsOf(args['first']) : isList && !isRows ? USUAL_LIST : 1);
  };

/** An operation as it was asked. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What one operation may cost. */
export interface CostPolicy {
  readonly mostPoints: number;
  /** Fields that cost a thousand points by themselves, each as `Type.field`. */
  readonly heavyFields: ReadonlySet<string>;
}

const refusal = (code: string, message: string): GraphQLError =>
  requestError({ code, status: 400, message, retryAfterSeconds: null });

/**
 * What answering an operation may cost, in points, known before anything is asked of the database: one point for each field of
 * each row that may be answered. What is below a page counts as often as the page has rows, below another list five times. Throws
 * a GraphQLError of status 400 where that is more than `mostPoints`, and for a document of more than 10,000 fields with its fragments unfolded. 0 for
 * variables that cannot be read, for then nothing is carried out, unless what it costs is known without them.
 */
export const affordableCost = (
  schema: GraphQLSchema,
  { document, operationName, variables }: Asked,
  { mostPoints, heavyFields }: CostPolicy,
): number => {
  const sizes = `${operationName ?? ''} ${decidingIn(variables)}`;
  const known = costs.get(document)?.get(sizes);
  // Variables are looked at once more as it is carried out, so whoever comes again need not wait for it twice.
  if (known === undefined && !areReadable(schema, { document, operationName, variables })) {
    // Refused as it is carried out, with every one of them.
    return 0;
  }
  const cost =
    known ??
    remember(
      document,
      sizes,
      readable(() =>
        getComplexity({
          schema,
          query: document,
          variables: { ...variables },
          ...(operationName ? { operationName } : {}),
          estimators: [byRows(heavyFields)],
          maxQueryNodes: MOST_NODES,
        }),
      ),
    );
  if (cost > mostPoints) {
    throw refusal(
      'GRAPHQL_VALIDATION_FAILED',
      `The operation may cost ${cost} points, and ${mostPoints} are the most: take smaller pages (first), fewer fields, or ask in several requests.`,
    );
  }
  return cost;
};

/** The same document comes again and again: what it costs hangs on nothing else but the sizes of its pages and what it leaves out. */
const costs = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_SIZES = 100;

const remember = (document: DocumentNode, sizes: string, cost: number): number => {
  const known = costs.get(document) ?? new Map<string, number>();
  costs.set(document, known);
  if (known.size < MOST_SIZES) {
    known.set(sizes, cost);
  }
  return cost;
};

const areReadable = (schema: GraphQLSchema, { document, operationName, variables }: Asked): boolean => {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, { ...variables }, { maxErrors: 1 }).errors === undefined;
};

const decidingIn = (variables: Asked['variables']): string =>
  JSON.stringify(
    Object.entries(variables ?? {}).filter(
      ([, value]) => typeof value === 'number' || typeof value === 'boolean' || value === null,
    ),
  );

const readable = (count: () => number): number => {
  try {
    return count();
  } catch (error) {
    throw error instanceof GraphQLError ? refusal('BAD_USER_INPUT', error.message) : error;
  }
};
