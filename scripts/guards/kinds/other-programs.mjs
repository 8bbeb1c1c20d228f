/** @type {readonly import('../guard.mjs').Guard[]} */
export const OTHER_PROGRAMS = [
  {
    name: '"False" of Entra ID',
    against: 'Whoever left the directory stays, for a truth comes as text.',
    off: [
      {
        file: 'src/modules/provisioning/http/read-attributes.ts',
        text: 'TRUTHS[value.toLowerCase()]',
        put: "value !== ''",
      },
    ],
    project: 'api',
    spec: 'test/api/scim.spec.ts',
    test: 'told by Entra ID, by PATCH with a text',
  },
  {
    name: 'who provisions, both walls',
    against: 'Any token of anybody reads who there is, and where they are known.',
    off: [
      {
        file: 'src/modules/provisioning/http/scim-admins.ts',
        text: 'if (!viewer.isInstanceAdmin)',
        put: "if (viewer.userId === '')",
      },
      {
        file: 'src/modules/provisioning/queries/directory-people.ts',
        text: 'if (!viewer.isInstanceAdmin)',
        put: "if (viewer.userId === '')",
      },
    ],
    project: 'api',
    spec: 'test/api/scim.spec.ts',
    test: 'is let in by the token of an instance admin only',
  },
  {
    name: 'who serves in a container',
    against: 'The server runs as root in its container.',
    off: [
      {
        file: 'Dockerfile',
        text: 'COPY --from=build /app/web/dist web/dist\nUSER 1000:1000',
        put: 'COPY --from=build /app/web/dist web/dist',
      },
    ],
    project: 'unit',
    spec: 'test/contract/deployment.spec.ts',
    test: 'serves as nobody who may do anything',
  },
  {
    name: 'exact versions',
    against: 'What is installed tomorrow is not what was tried today.',
    off: [{ file: 'package.json', text: '"fastify": "', put: '"fastify": "^' }],
    project: 'unit',
    spec: 'test/contract/version-floors.spec.ts',
    test: 'is of one exact version each',
  },
];
