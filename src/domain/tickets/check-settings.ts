import { accept, invalid, refuse, type Refusal, type Result } from '../basics/result.js';
import { unreadable, unstorable } from '../basics/text.js';
import { EFFORT_SOURCES, type ConnectionSettings, type EffortSource } from './connection-settings.js';
import { STATUS_CATEGORIES, type StatusCategory, type TicketTool } from './ticket.js';

type Json = Readonly<Record<string, unknown>>;

const NAMES = [
  'effort',
  'countOpeningBalance',
  'statusCategories',
  'pointsField',
  'hoursField',
  'ignoredUserIds',
  'baseUrl',
  'projects',
  'userName',
] as const;
type Name = (typeof NAMES)[number];

/** From where each tool can tell effort at all. */
const POSSIBLE: Readonly<Record<TicketTool, readonly [EffortSource, ...EffortSource[]]>> = {
  JIRA: ['WORKLOGS', 'COUNTER', 'NONE'],
  GITHUB: ['COUNTER', 'NONE'],
  GITLAB: ['COUNTER', 'NONE'],
  LINEAR: ['NONE'],
  AZURE_DEVOPS: ['COUNTER', 'NONE'],
  GENERIC: ['WORKLOGS', 'COUNTER', 'NONE'],
};

/** Settings that only some tools have a use for. */
const ONLY_FOR: Partial<Readonly<Record<Name, readonly TicketTool[]>>> = {
  pointsField: ['JIRA', 'GITHUB'],
  hoursField: ['GITHUB'],
  userName: ['JIRA'],
  baseUrl: ['JIRA', 'GITHUB', 'GITLAB', 'LINEAR', 'AZURE_DEVOPS'],
  projects: ['JIRA', 'GITHUB', 'GITLAB', 'LINEAR', 'AZURE_DEVOPS'],
};

const LONGEST_TEXT = 200;
const LONGEST_URL = 2_000;
const MOST = 200;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && unreadable('', value, LONGEST_TEXT) === null && unstorable(value) === null;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An address by https; by http only on this very machine, for a credential is sent there. */
const isWebRoot = (value: string): boolean => {
  const [, scheme = '', rest = ''] = /^(https?):\/\/([^\s]+)$/i.exec(value) ?? [];
  const isFit = rest !== '' && value.length <= LONGEST_URL && !/[@?#\\]/.test(rest) && !rest.startsWith('/');
  return isFit && (scheme.toLowerCase() === 'https' || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i.test(rest));
};

/**
 * Reads the settings of a connection as somebody states them; what is left out or null takes its default. INVALID, all at
 * once and each at its place below `path`: unknown settings, values of another form, and what the tool cannot do.
 */
export const checkSettings = (
  tool: TicketTool,
  stated: unknown,
  path: readonly string[],
): Result<ConnectionSettings> => {
  if (stated !== null && stated !== undefined && !isObject(stated)) {
    return refuse(invalid(path, 'settings must be a JSON object.'));
  }
  const json: Json = stated ?? {};
  const refusals: Refusal[] = [];
  const wrong = (name: string, message: string): void => {
    refusals.push(invalid([...path, name], message));
  };

  /** A setting that is stated and of its form; else the default. */
  const read = <T>(name: Name, otherwise: T, isFine: (value: unknown) => boolean, form: string): T => {
    const value = json[name] ?? null;
    if (value === null) {
      return otherwise;
    }
    if (ONLY_FOR[name]?.includes(tool) === false) {
      wrong(name, `${name} has no meaning for ${tool}; leave it out.`);
      return otherwise;
    }
    if (!isFine(value)) {
      wrong(name, `${name} must be ${form}.`);
      return otherwise;
    }
    return value as T;
  };

  for (const name of Object.keys(json).filter((key) => !(NAMES as readonly string[]).includes(key))) {
    wrong(name, `There is no setting ${name}; there are: ${NAMES.join(', ')}.`);
  }

  const isTexts = (value: unknown): boolean => Array.isArray(value) && value.length <= MOST && value.every(isText);
  const isCategories = (value: unknown): boolean =>
    isObject(value) &&
    Object.keys(value).length <= MOST &&
    Object.entries(value).every(
      ([status, category]) => isText(status) && (STATUS_CATEGORIES as readonly unknown[]).includes(category),
    );
  const isField = (value: unknown): boolean =>
    isText(value) && (tool !== 'JIRA' || /^customfield_\d{1,12}$/.test(value));
  const isProjects = (value: unknown): boolean =>
    isTexts(value) && (tool !== 'GITHUB' || (value as string[]).every((each) => /^[\w.-]+\/[\w.-]+$/.test(each)));

  const hoursField = read<string | null>(
    'hoursField',
    null,
    isText,
    `the name of a field, 1 to ${LONGEST_TEXT} characters`,
  );
  const effort = read<EffortSource>(
    'effort',
    usualEffort(tool, hoursField),
    (value) => (EFFORT_SOURCES as readonly unknown[]).includes(value),
    `one of ${EFFORT_SOURCES.join(', ')}`,
  );
  if (!POSSIBLE[tool].includes(effort)) {
    wrong('effort', `${tool} does not tell effort by ${effort}; it can be: ${POSSIBLE[tool].join(', ')}.`);
  } else if (tool === 'GITHUB' && effort === 'COUNTER' && hoursField === null) {
    wrong('hoursField', 'hoursField must name the field that holds the hours spent, for effort is COUNTER.');
  }

  const settings: ConnectionSettings = {
    effort,
    countOpeningBalance: read('countOpeningBalance', true, (value) => typeof value === 'boolean', 'true or false'),
    statusCategories: read<Readonly<Record<string, StatusCategory>>>(
      'statusCategories',
      {},
      isCategories,
      `an object of at most ${MOST} statuses by name, each one of ${STATUS_CATEGORIES.join(', ')}`,
    ),
    pointsField: read<string | null>(
      'pointsField',
      null,
      isField,
      tool === 'JIRA' ? 'the id of a field, such as customfield_10016' : 'the name of a field',
    ),
    hoursField,
    ignoredUserIds: read<readonly string[]>('ignoredUserIds', [], isTexts, `a list of at most ${MOST} ids of users`),
    baseUrl: read<string | null>(
      'baseUrl',
      null,
      (value) => typeof value === 'string' && isWebRoot(value),
      'the address of the tool by https, such as https://acme.atlassian.net, without user, password or query',
    ),
    projects: read<readonly string[]>(
      'projects',
      [],
      isProjects,
      tool === 'GITHUB' ? `a list of at most ${MOST} repositories, owner/name` : `a list of at most ${MOST} projects`,
    ),
    userName: read<string | null>('userName', null, isText, `1 to ${LONGEST_TEXT} characters`),
  };
  return refusals.length > 0 ? refuse(...refusals) : accept(settings);
};

const usualEffort = (tool: TicketTool, hoursField: string | null): EffortSource => {
  if (tool === 'GITHUB') {
    return hoursField === null ? 'NONE' : 'COUNTER';
  }
  return POSSIBLE[tool][0];
};
