import { describe, expect, it } from '@jest/globals';
import { aCriterion, aGate } from '../../../test/support/gate-facts.js';
import { aSnapshot } from '../../../test/support/ticket-facts.js';
import { decimal } from '../basics/decimal.js';
import type { ClassificationRule } from '../effort/classification-rule.js';
import type { WorkflowTemplate } from '../gates/gate.js';
import { checkShare, checkTicketCriterion, linkingRule, traitsOf } from './links.js';
import { evidenceOf } from './ticket-evidence.js';
import { verdictOf, type Effects } from './taken-in.js';

const aRule = (other: Partial<ClassificationRule>): ClassificationRule => ({
  name: 'Change',
  connectionId: null,
  labels: ['change'],
  components: [],
  ticketTypes: [],
  projectKeys: [],
  categoryKey: null,
  initiativeKey: 'AI-1',
  criterionKey: null,
  ...other,
});

describe('a rule that links', () => {
  const traits = traitsOf(aSnapshot({ labels: ['Change '], type: 'Task', projectKey: 'SCRUM' }), 'c1');

  it('is the first that matches and names an initiative', () => {
    const rules = [
      aRule({ name: 'classifies only', initiativeKey: null, categoryKey: 'PEOPLE_PROCESS' }),
      aRule({ name: 'elsewhere', connectionId: 'c2' }),
      aRule({ name: 'here', connectionId: 'c1', ticketTypes: ['task'] }),
      aRule({ name: 'too late' }),
    ];
    expect(linkingRule({ version: 1, rules }, traits)?.name).toBe('here');
    expect(linkingRule({ version: 1, rules: rules.slice(0, 2) }, traits)).toBeNull();
    expect(linkingRule(null, traits)).toBeNull();
  });
});

describe('the share of an initiative in a ticket', () => {
  const check = (percent: string, ...others: string[]) =>
    checkShare(
      { initiativeId: 'own', sharePercent: decimal(percent) },
      [
        { initiativeId: 'own', sharePercent: decimal('90') },
        ...others.map((share, index) => ({ initiativeId: `other ${index}`, sharePercent: decimal(share) })),
      ],
      'SCRUM-23',
    ).map(({ message }) => message);

  it('is above 0 and at most 100 with two decimals', () => {
    expect(check('100')).toEqual([]);
    expect(check('0.01')).toEqual([]);
    for (const percent of ['0', '-5', '100.01', '33.333', '1000']) {
      expect(check(percent)).toEqual([
        `sharePercent must be above 0 and at most 100, with at most two decimals, and was ${percent}.`,
      ]);
    }
  });

  it('leaves to the others what they have', () => {
    expect(check('40', '35.5', '24.5')).toEqual([]);
    expect(check('40.01', '35.5', '24.5')).toEqual([
      'The shares of SCRUM-23 would come to 100.01 percent: others have 60 already. State a smaller one, or lower theirs first.',
    ]);
  });
});

describe('a criterion that a ticket is linked to', () => {
  const template = (...criteria: ReturnType<typeof aCriterion>[]): WorkflowTemplate =>
    ({ stages: [{ exitGate: aGate(criteria) }, { exitGate: null }] }) as unknown as WorkflowTemplate;
  const tickets = aCriterion('TICKETS_DONE', { key: 'delivery' });
  const document = aCriterion('DOCUMENT', { key: 'plan' });

  it('asks for tickets to be done', () => {
    expect(checkTicketCriterion('delivery', template(tickets, document))).toEqual([]);
    expect(checkTicketCriterion('plan', template(tickets, document))).toMatchObject([
      {
        code: 'INVALID',
        message: 'The criterion plan takes no tickets; those that ask for tickets to be done are delivery.',
      },
    ]);
    expect(checkTicketCriterion('nothing', template(document))).toMatchObject([
      {
        code: 'NOT_FOUND',
        message: "The initiative's template has no such criterion; none asks for tickets to be done.",
      },
    ]);
  });
});

describe('a ticket as evidence', () => {
  const standing = (statusCategory: 'DONE' | 'TODO' | 'CANCELED', isDeleted = false) => ({ statusCategory, isDeleted });

  it('is given when it is done, and withdrawn when it no longer is', () => {
    expect(evidenceOf(null, standing('DONE'))).toBe('GIVEN');
    expect(evidenceOf(standing('TODO'), standing('DONE'))).toBe('GIVEN');
    expect(evidenceOf(standing('DONE'), standing('TODO'))).toBe('WITHDRAWN');
    expect(evidenceOf(standing('DONE'), standing('CANCELED'))).toBe('WITHDRAWN');
    expect(evidenceOf(null, standing('TODO'))).toBeNull();
    expect(evidenceOf(standing('DONE'), standing('DONE', true))).toBeNull();
  });
});

describe('what came of events', () => {
  const refetch = {
    type: 'refetch',
    what: 'TICKET',
    externalId: '1',
    key: null,
    worklogExternalId: null,
    why: 'no status.',
  } as const;
  const ignored = { type: 'ignored', why: 'comment' } as const;
  const effects = (other: Partial<Effects> = {}): Effects => ({
    changed: 0,
    wishes: 0,
    disputed: 0,
    missing: [],
    leftOut: [],
    ...other,
  });

  it('is that something changed, that the tool is asked, that all was known, or that nothing concerns us', () => {
    const deleted = { type: 'ticket.deleted', externalId: '1', at: '' as never, ticket: null } as const;
    expect(verdictOf([deleted], effects({ changed: 1 }))).toEqual({ verdict: 'APPLIED', reason: null, changed: 1 });
    expect(verdictOf([refetch, deleted], effects({ wishes: 1 }))).toMatchObject({
      verdict: 'APPLIED',
      reason: 'The tool is asked for more: no status.',
    });
    expect(verdictOf([deleted, ignored], effects())).toMatchObject({ verdict: 'DUPLICATE' });
    expect(verdictOf([ignored, ignored], effects())).toMatchObject({ verdict: 'IGNORED', reason: 'comment' });
    expect(verdictOf([], effects())).toMatchObject({ verdict: 'IGNORED', reason: 'nothing' });
  });

  it('says beside all else what is not kept', () => {
    const deleted = { type: 'ticket.deleted', externalId: '1', at: '' as never, ticket: null } as const;
    const leftOut = ['A.', 'B.'];
    expect(verdictOf([deleted], effects({ changed: 1, leftOut })).reason).toBe('A. B.');
    expect(verdictOf([deleted], effects({ leftOut })).reason).toMatch(/^It says nothing new: .* A\. B\.$/);
    expect(verdictOf([ignored], effects({ leftOut: ['Comment.'] })).reason).toBe('comment');
  });

  it('says what is missing where the tool cannot be asked', () => {
    expect(verdictOf([refetch], effects({ wishes: 1, missing: ['Set the credential.'] }))).toMatchObject({
      verdict: 'APPLIED',
      reason: 'The tool would have to be asked for more (no status), and it cannot be: Set the credential.',
    });
  });

  it('is no duplicate where something else was told of the same moment', () => {
    const missing = ['Set the credential.'];
    expect(verdictOf([], effects({ changed: 1, disputed: 1 }))).toMatchObject({
      verdict: 'APPLIED',
      reason: expect.stringContaining('until the tool'),
    });
    expect(verdictOf([], effects({ disputed: 1 }))).toMatchObject({ verdict: 'APPLIED', changed: 0 });
    expect(verdictOf([], effects({ disputed: 1, missing }))).toMatchObject({
      verdict: 'IGNORED',
      reason: expect.stringContaining('cannot be asked: Set the credential.'),
    });
  });
});
