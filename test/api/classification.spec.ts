import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const EFFECT = `version changedEntries isFinished closedEntries
  changes { entry { externalId categoryKey categorySource } categoryKey categorySource ruleName }
  closedChanges { entry { id } }
  before { ...split } after { ...split } userErrors { code message field }`;
const SPLIT = `fragment split on EffortSplit {
  from to personDays uncategorizedPersonDays coveragePercent shares { category { key } personDays percent verdict }
}`;
const PUBLISH = `${SPLIT} mutation ($input: ClassificationRulesPublishInput!, $key: String = "RULES") {
  answer: classificationRulesPublish(portfolioKey: $key, input: $input) { ${EFFECT} }
}`;
const PREVIEW = PUBLISH.replace('classificationRulesPublish', 'classificationRulesPreview');
const RECORD = `mutation ($entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: "RULES", entries: $entries) {
    recorded duplicates corrected refused rows { userErrors { code message field } } userErrors { message }
  }
}`;
const DELETE = `mutation ($ids: [String!]!) {
  effortDelete(portfolioKey: "RULES", source: "jira", externalIds: $ids) { deleted userErrors { message } }
}`;
const LEDGER = `query ($key: String!) {
  portfolio(key: "RULES") {
    effortSplit(from: "2026-03-01", to: "2026-03-31") { personDays shares { category { key } personDays } }
    effortEntries(initiativeKey: $key) {
      nodes { externalId personDays categoryKey categorySource ruleName rulesVersion components ticketType projectKey reverses { personDays } }
    }
  }
}`;
const RULES = `query ($version: Int) {
  portfolio(key: "RULES") {
    classificationRules(version: $version) {
      version publishedAt publishedBy { name }
      rules { name connectionId labels components ticketTypes projectKeys categoryKey initiativeKey }
    }
  }
}`;

const CHANGE = { name: 'Change management', labels: ['change-management', 'Training'], categoryKey: 'PEOPLE_PROCESS' };

describe('classification rules', () => {
  let server: TestServer;
  let designer: Member;
  let manager: Member;
  let tool: Member;
  let initiatives = 0;

  const create = async (input: Record<string, unknown> = {}): Promise<{ id: string; key: string }> => {
    initiatives += 1;
    const { initiativeCreate } = await manager.ask(
      'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { id key } userErrors { message } } }',
      {
        input: {
          portfolioKey: 'RULES',
          name: `Initiative ${initiatives}`,
          problem: 'Letters are read twice.',
          valueThesis: 'COST',
          ...input,
        },
      },
    );
    expect(initiativeCreate.userErrors).toEqual([]);
    return initiativeCreate.initiative;
  };

  const worklog = (initiativeKey: string, externalId: string, other: Record<string, unknown> = {}) => ({
    initiativeKey,
    amount: '6',
    workedOn: '2026-03-10',
    source: 'jira',
    externalId,
    method: 'WORKLOG',
    ...other,
  });

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-03-12T09:00:00Z');
    for (const key of ['RULES', 'OTHER']) {
      await server.admin.ask(
        'mutation ($key: String!) { portfolioCreate(input: { key: $key, name: $key, timeZone: "Europe/Berlin" }) { userErrors { message } } }',
        { key },
      );
    }
    designer = await server.member('Dora Designer', 'RULES', ['PROCESS_DESIGNER']);
    manager = await server.member('Mara Manager', 'RULES', ['PROGRAM_MANAGER']);
    tool = await server.member('Jira', 'RULES', ['INTEGRATION']);
  });

  afterAll(() => server.stop());

  it('are none until the first are published, and then tell every version', async () => {
    expect((await manager.ask(RULES)).portfolio.classificationRules).toBeNull();
    const { key } = await create();
    const all = {
      name: ' All of it ',
      connectionId: null,
      labels: ['a', 'A ', 'b'],
      components: ['core'],
      ticketTypes: ['Story'],
      projectKeys: ['OPS'],
      categoryKey: 'ALGORITHMS',
      initiativeKey: key,
    };
    const { answer } = await designer.ask(PUBLISH, { input: { rules: [all] } });
    expect(answer).toMatchObject({ version: 1, changedEntries: 0, isFinished: true, changes: [], userErrors: [] });
    expect(answer.before).toMatchObject({ from: '2025-10-01', to: '2025-12-31', personDays: '0' });
    const first = (await manager.ask(RULES)).portfolio.classificationRules;
    expect(first).toEqual({
      version: 1,
      publishedAt: '2026-03-12T09:00:00.000Z',
      publishedBy: { name: 'Dora Designer' },
      rules: [{ ...all, name: 'All of it', labels: ['a', 'b'] }],
    });
    expect((await designer.ask(PUBLISH, { input: { rules: [] } })).answer.version).toBe(2);
    expect((await manager.ask(RULES)).portfolio.classificationRules).toMatchObject({ version: 2, rules: [] });
    expect((await manager.ask(RULES, { version: 1 })).portfolio.classificationRules).toEqual(first);
    expect((await manager.ask(RULES, { version: 3 })).portfolio.classificationRules).toBeNull();
  });

  it('classify the worklog of story 6: sent three times it is one entry, edited 4 h stand, deleted it is 0 with its trail', async () => {
    const { key } = await create();
    await designer.ask(PUBLISH, { input: { rules: [CHANGE] } });
    const sent = worklog(key, 'worklog-6', { labels: ['Change-Management'], ticketType: 'Task', projectKey: 'OPS' });
    const send = async (entry: Record<string, unknown>) => (await tool.ask(RECORD, { entries: [entry] })).effortRecord;
    expect(await send(sent)).toMatchObject({ recorded: 1 });
    expect(await send(sent)).toMatchObject({ duplicates: 1 });
    expect(await send(sent)).toMatchObject({ duplicates: 1 });
    const ledger = async () => (await tool.ask(LEDGER, { key })).portfolio;
    expect((await ledger()).effortEntries.nodes).toEqual([
      {
        ...{ externalId: 'worklog-6', personDays: '0.75', components: [], ticketType: 'Task', projectKey: 'OPS' },
        ...{ categoryKey: 'PEOPLE_PROCESS', categorySource: 'RULE', ruleName: 'Change management', rulesVersion: 3 },
        reverses: null,
      },
    ]);
    const ofPeople = async () => (await ledger()).effortSplit.shares[0];
    expect(await ofPeople()).toEqual({ category: { key: 'PEOPLE_PROCESS' }, personDays: '0.75' });

    expect(await send({ ...sent, amount: '4' })).toMatchObject({ corrected: 1 });
    expect(await ofPeople()).toMatchObject({ personDays: '0.5' });
    expect((await tool.ask(DELETE, { ids: ['worklog-6'] })).effortDelete).toEqual({ deleted: 1, userErrors: [] });
    expect(await ofPeople()).toMatchObject({ personDays: '0' });
    const trail = (await ledger()).effortEntries.nodes;
    expect(trail.map(({ personDays }: { personDays: string }) => Number(personDays)).sort()).toEqual(
      [0.75, -0.75, 0.5, -0.5].sort(),
    );
    expect(trail.every(({ ruleName }: { ruleName: string }) => ruleName === 'Change management')).toBe(true);
  });

  it('are previewed without a trace, and published they do just that', async () => {
    const { id, key } = await create({ defaultCategoryKey: 'ALGORITHMS' });
    const { effortRecord } = await tool.ask(RECORD, {
      entries: [
        worklog(key, 'p-1', { components: ['Rollout'] }),
        worklog(key, 'p-2', { components: ['Rollout'], categoryKey: 'ALGORITHMS' }),
        worklog(key, 'p-3'),
      ],
    });
    expect(effortRecord).toMatchObject({ recorded: 3 });
    const rules = [CHANGE, { name: 'Rollout', components: ['rollout'], categoryKey: 'TECHNOLOGY_DATA' }];
    const input = { rules, dryRunFrom: '2026-03-01' };
    const { answer: foreseen } = await designer.ask(PREVIEW, { input });
    expect(foreseen).toMatchObject({
      ...{ version: null, changedEntries: 1, closedEntries: 0, closedChanges: [], userErrors: [] },
      changes: [
        {
          entry: { externalId: 'p-1', categoryKey: 'ALGORITHMS', categorySource: 'DEFAULT' },
          ...{ categoryKey: 'TECHNOLOGY_DATA', categorySource: 'RULE', ruleName: 'Rollout' },
        },
      ],
      before: { from: '2026-03-01', to: '2026-03-12', personDays: '2.25', coveragePercent: '100.0' },
    });
    expect(foreseen.before.shares.map(({ personDays }: { personDays: string }) => personDays)).toEqual([
      '0',
      '0',
      '2.25',
    ]);
    expect(foreseen.after.shares.map(({ percent }: { percent: string }) => percent)).toEqual(['0.0', '33.3', '66.7']);
    expect((await manager.ask(RULES)).portfolio.classificationRules.version).toBe(3);
    const { answer: published } = await designer.ask(PUBLISH, { input });
    expect(published).toEqual({ ...foreseen, version: 4 });
    const { auditEvents } = (
      await manager.ask(
        'query ($id: ID!) { initiative(id: $id) { auditEvents { nodes { action actor { name } } } } }',
        {
          id,
        },
      )
    ).initiative;
    expect(auditEvents.nodes[0]).toEqual({ action: 'effort.reclassified', actor: { name: 'Dora Designer' } });
  });

  it('follow the default category of an initiative, which no other portfolio has', async () => {
    const { id, key } = await create();
    await tool.ask(RECORD, { entries: [worklog(key, 'd-1')] });
    const update = async (defaultCategoryKey: string | null, expectedVersion: number) =>
      (
        await manager.ask(
          `mutation ($id: ID!, $input: InitiativeUpdateInput!) {
            initiativeUpdate(id: $id, input: $input) { initiative { version defaultCategoryKey } userErrors { code message field } }
          }`,
          { id, input: { defaultCategoryKey, expectedVersion } },
        )
      ).initiativeUpdate;
    expect(await update('RESEARCH', 1)).toEqual({
      initiative: null,
      userErrors: [
        {
          ...{ code: 'NOT_FOUND', message: 'The category "RESEARCH" was not found.' },
          field: ['input', 'defaultCategoryKey'],
        },
      ],
    });
    expect(await update('TECHNOLOGY_DATA', 1)).toMatchObject({ initiative: { defaultCategoryKey: 'TECHNOLOGY_DATA' } });
    const newest = async () => {
      const { nodes } = (await tool.ask(LEDGER, { key })).portfolio.effortEntries;
      return nodes.find(({ reverses }: { reverses: unknown }) => reverses === null);
    };
    expect(await newest()).toMatchObject({ categoryKey: 'TECHNOLOGY_DATA', categorySource: 'DEFAULT', ruleName: null });
    await update(null, 2);
    expect(await newest()).toMatchObject({ personDays: '0.75', categoryKey: null, categorySource: 'NONE' });
  });

  it.each([
    ['published', PUBLISH],
    ['previewed', PREVIEW],
  ])('that cannot stand are not %s, with every reason at once', async (_, mutation) => {
    const unknown = '00000000-0000-7000-8000-00000000abcd';
    const { answer } = await designer.ask(mutation, {
      input: {
        rules: [
          CHANGE,
          { name: 'change MANAGEMENT' },
          { name: ' ', labels: ['', 'x'], categoryKey: 'RESEARCH', initiativeKey: 'OTHER-1', connectionId: unknown },
        ],
        dryRunFrom: '2026-03-13',
      },
    });
    expect(answer).toMatchObject({
      ...{ version: null, changedEntries: 0, before: null, after: null, isFinished: true, changes: [] },
      userErrors: [
        {
          code: 'INVALID',
          message: 'An earlier rule is called "change MANAGEMENT" too. Each needs a name of its own.',
          field: ['input', 'rules', '1', 'name'],
        },
        {
          code: 'INVALID',
          message:
            'The rule "change MANAGEMENT" asks for nothing. State at least one of labels, components, ticketTypes, projectKeys and connectionId.',
          field: ['input', 'rules', '1'],
        },
        {
          code: 'INVALID',
          message: 'The rule "change MANAGEMENT" gives nothing. State categoryKey, initiativeKey, or both.',
          field: ['input', 'rules', '1'],
        },
        {
          code: 'INVALID',
          message: 'name must hold 1 to 200 characters that can be seen.',
          field: ['input', 'rules', '2', 'name'],
        },
        {
          code: 'INVALID',
          message: 'labels must be at most 100, each of 1 to 200 characters that can be seen.',
          field: ['input', 'rules', '2', 'labels'],
        },
        {
          code: 'NOT_FOUND',
          message: 'The category "RESEARCH" was not found.',
          field: ['input', 'rules', '2', 'categoryKey'],
        },
        {
          code: 'NOT_FOUND',
          message: 'The initiative "OTHER-1" was not found.',
          field: ['input', 'rules', '2', 'initiativeKey'],
        },
        {
          code: 'NOT_FOUND',
          message: `The connection "${unknown}" was not found.`,
          field: ['input', 'rules', '2', 'connectionId'],
        },
        {
          code: 'INVALID',
          message: 'dryRunFrom must be 2026-03-12 or earlier, and at most 100 years ago, and was 2026-03-13.',
          field: ['input', 'dryRunFrom'],
        },
      ],
    });
  });

  it('are published by who designs the process, in a portfolio of theirs', async () => {
    for (const mutation of [PUBLISH, PREVIEW]) {
      const forbidden = await manager.answer(mutation, { input: { rules: [CHANGE] } });
      expect(forbidden.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      const { answer } = await designer.ask(mutation, { input: { rules: [CHANGE] }, key: 'OTHER' });
      expect(answer.userErrors).toEqual([
        { code: 'NOT_FOUND', message: 'The portfolio was not found.', field: ['portfolioKey'] },
      ]);
    }
  });

  it('look at what an entry says, in texts that can be read', async () => {
    const { key } = await create();
    const { effortRecord } = await tool.ask(RECORD, {
      entries: [worklog(key, 'r-1', { components: [''], ticketType: 'x'.repeat(201), projectKey: 'nul \u0000' })],
    });
    expect(effortRecord.refused).toBe(1);
    expect(effortRecord.rows[0].userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'projectKey holds characters that cannot be stored (NUL, or half of a surrogate pair).',
        field: ['entries', '0', 'projectKey'],
      },
      {
        code: 'INVALID',
        message: 'ticketType must hold 1 to 200 characters that can be seen.',
        field: ['entries', '0', 'ticketType'],
      },
      {
        code: 'INVALID',
        message: 'components must be at most 50, each of 1 to 200 characters that can be seen.',
        field: ['entries', '0', 'components'],
      },
    ]);
  });
});
