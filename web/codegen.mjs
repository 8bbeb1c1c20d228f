const TYPES = {
  enumsAsTypes: true,
  disableDescriptions: true,
  useTypeImports: true,
  scalars: { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' },
};

/** @param {import('graphql').DocumentNode} document */
const nameOf = ({ definitions }) => {
  const operation = definitions.find(({ kind }) => kind === 'OperationDefinition');
  return { name: operation && 'name' in operation ? operation.name?.value : undefined };
};

/**
 * What the board asks, with its types, made of schema.graphql and of the operations in the sources: `npm run web:types`.
 * The result is committed; `npm test` makes it again, and fails where it is another.
 * @type {import('@graphql-codegen/cli').CodegenConfig}
 */
export default {
  schema: 'schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/api/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'web/src/api/generated/schema.ts': { plugins: ['typescript'], config: TYPES },
    'web/src/api/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
        onExecutableDocumentNode: nameOf,
      },
      config: {
        documentMode: 'string',
        ...TYPES,
      },
    },
  },
};
