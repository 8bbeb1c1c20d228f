import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';

/** How large a document may be. The questions of the board are the measure: they nest 9 deep and have 5 aliases at most. */
export interface DocumentLimits {
  /** The longest document, in tokens. */
  readonly tokens: number;
  /** How deep fields nest, those of fragments counted where they are spread. */
  readonly depth: number;
  /** In all of an operation, `__typename` included. */
  readonly aliases: number;
  readonly directives: number;
  /** How many errors are told at once. */
  readonly errors: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = { tokens: 4_000, depth: 14, aliases: 30, directives: 30, errors: 5 };

type Counting = (options: {
  n: number;
  propagateOnRejection: boolean;
  onReject: ((context: ValidationContext | null, error: GraphQLError) => void)[];
}) => (context: ValidationContext) => unknown;

const limit =
  (count: Counting, n: number, message: string, options: object = {}): ValidationRule =>
  (context) =>
    count({
      ...options,
      n,
      propagateOnRejection: false,
      // The words of the library call it an error of syntax, which it is not.
      onReject: [
        () => {
          context.reportError(new GraphQLError(message));
        },
      ],
    })(context) as ASTVisitor;

/** The rules by which a document is refused before anything of it is carried out, each with its limit in its message. */
export const documentRules = ({ depth, aliases, directives }: DocumentLimits): readonly ValidationRule[] => [
  limit(
    maxDepthRule,
    depth,
    `The document nests fields more than ${depth} deep. Ask in two steps, the second by the ids of the first.`,
    { flattenFragments: true, ignoreIntrospection: false },
  ),
  limit(maxAliasesRule, aliases, `The document has more than ${aliases} aliases. Ask in several requests.`, {
    allowList: [],
  }),
  limit(maxDirectivesRule, directives, `The document has more than ${directives} directives.`),
];
