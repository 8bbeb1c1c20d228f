import { describe, expect, it } from '@jest/globals';
import { checkSettings } from './check-settings.js';
import type { ConnectionSettings } from './connection-settings.js';
import type { TicketTool } from './ticket.js';

const PATH = ['input', 'settings'];

/** What is wrong, by the place of each; empty where all is well. */
const wrongIn = (tool: TicketTool, stated: unknown): readonly string[] => {
  const result = checkSettings(tool, stated, PATH);
  return result.ok ? [] : result.refusals.map(({ field }) => field?.slice(2).join('.') ?? '');
};

const settingsOf = (tool: TicketTool, stated: unknown): ConnectionSettings => {
  const result = checkSettings(tool, stated, PATH);
  if (!result.ok) {
    throw new Error(result.refusals.map(({ message }) => message).join(' '));
  }
  return result.value;
};

const DEFAULTS: ConnectionSettings = {
  effort: 'WORKLOGS',
  countOpeningBalance: true,
  statusCategories: {},
  pointsField: null,
  hoursField: null,
  ignoredUserIds: [],
  baseUrl: null,
  projects: [],
  userName: null,
};

describe('the settings of a connection', () => {
  it('take their defaults where nothing is stated', () => {
    for (const stated of [null, undefined, {}, { effort: null, projects: null }]) {
      expect(settingsOf('JIRA', stated)).toEqual(DEFAULTS);
    }
  });

  it.each([
    ['JIRA', 'WORKLOGS'],
    ['GITHUB', 'NONE'],
    ['GITLAB', 'COUNTER'],
    ['LINEAR', 'NONE'],
    ['AZURE_DEVOPS', 'COUNTER'],
    ['GENERIC', 'WORKLOGS'],
  ] as const)('of %s have effort come by %s where nothing else is said', (tool, effort) => {
    expect(settingsOf(tool, {}).effort).toBe(effort);
  });

  it('of GitHub have effort come by its field of hours, and need one for that', () => {
    expect(settingsOf('GITHUB', { hoursField: 'Hours' })).toMatchObject({ effort: 'COUNTER', hoursField: 'Hours' });
    expect(settingsOf('GITHUB', { hoursField: 'Hours', effort: 'NONE' }).effort).toBe('NONE');
    expect(wrongIn('GITHUB', { effort: 'COUNTER' })).toEqual(['hoursField']);
  });

  it('are kept as they are stated', () => {
    const stated: ConnectionSettings = {
      effort: 'COUNTER',
      countOpeningBalance: false,
      statusCategories: { Parked: 'TODO' },
      pointsField: 'customfield_10016',
      hoursField: null,
      ignoredUserIds: ['bot'],
      baseUrl: 'https://acme.atlassian.net',
      projects: ['CLAIMS'],
      userName: 'ada@example.org',
    };
    expect(settingsOf('JIRA', stated)).toEqual(stated);
  });

  it('are an object', () => {
    for (const stated of ['x', 7, [], true]) {
      expect(wrongIn('JIRA', stated)).toEqual(['']);
    }
  });

  it('are refused for everything that is wrong, at once', () => {
    const stated = {
      effort: 'GUESSED',
      countOpeningBalance: 'yes',
      statusCategories: { Parked: 'LATER' },
      pointsField: 'Story points',
      ignoredUserIds: 'bot',
      baseUrl: 'http://acme.atlassian.net',
      projects: [7],
      userName: '',
      colour: 'red',
    };
    expect(wrongIn('JIRA', stated).toSorted()).toEqual(Object.keys(stated).toSorted());
  });

  it('of one tool are no use to another', () => {
    expect(
      wrongIn('LINEAR', { effort: 'COUNTER', pointsField: 'x', hoursField: 'x', userName: 'x' }).toSorted(),
    ).toEqual(['effort', 'hoursField', 'pointsField', 'userName']);
    expect(wrongIn('GENERIC', { baseUrl: 'https://x.example.org', projects: ['x'] })).toEqual(['baseUrl', 'projects']);
  });

  it('name repositories of GitHub by owner and name, and fields by their name', () => {
    expect(settingsOf('GITHUB', { projects: ['acme/claims.ai'], pointsField: 'Points' })).toMatchObject({
      projects: ['acme/claims.ai'],
      pointsField: 'Points',
    });
    expect(wrongIn('GITHUB', { projects: ['claims'], pointsField: '' })).toEqual(['pointsField', 'projects']);
  });

  it.each([
    'https://acme.example.org/jira',
    'HTTPS://acme.example.org',
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://[::1]:80/x',
  ])('take the address %s', (baseUrl) => {
    expect(settingsOf('JIRA', { baseUrl }).baseUrl).toBe(baseUrl);
  });

  it.each([
    'http://acme.example.org',
    'http://localhost.example.org',
    'https://',
    'https:///x',
    'https://user@acme.example.org',
    'https://acme.example.org?x=1',
    'ftp://acme.example.org',
    `https://${'x'.repeat(2_000)}`,
    7,
  ])('take no address such as %s', (baseUrl) => {
    expect(wrongIn('JIRA', { baseUrl })).toEqual(['baseUrl']);
  });

  it('hold lists and statuses up to 200', () => {
    const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `u${index}`);
    const statuses = (count: number) => Object.fromEntries(ids(count).map((id) => [id, 'DONE']));
    expect(wrongIn('JIRA', { ignoredUserIds: ids(200), statusCategories: statuses(200) })).toEqual([]);
    expect(wrongIn('JIRA', { ignoredUserIds: ids(201), statusCategories: statuses(201) }).toSorted()).toEqual([
      'ignoredUserIds',
      'statusCategories',
    ]);
    expect(wrongIn('JIRA', { statusCategories: { ['x'.repeat(201)]: 'DONE' } })).toEqual(['statusCategories']);
  });
});
