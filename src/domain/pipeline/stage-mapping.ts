import { invalid, type Refusal } from '../basics/result.js';
import { STAGE_CATEGORIES, type StageDefinition, type WorkflowTemplate } from '../gates/gate.js';

/** Where those go who stand in a stage that a newer version of their template has no more. */
export interface StageMapping {
  /** The key of a stage of an older version. */
  readonly from: string;
  /** The key of a stage of the newer version. */
  readonly to: string;
}

/** A stage as far as it matters where it leads. */
export type MappedStage = Pick<StageDefinition, 'key' | 'category'>;

const isLater = (a: MappedStage, b: MappedStage): boolean =>
  STAGE_CATEGORIES.indexOf(a.category) > STAGE_CATEGORIES.indexOf(b.category);

const stageIn = ({ stages }: WorkflowTemplate, key: string): StageDefinition | undefined =>
  stages.find((stage) => stage.key === key);

/**
 * The stage of a newer version in which a stage of an older one is at home: the one of the same key, else the one it is
 * mapped to, unless that is of a later category, for a move to another version passes no gate. Null where it has no home.
 */
export const homeOf = (
  stage: MappedStage,
  to: WorkflowTemplate,
  mapping: readonly StageMapping[],
): StageDefinition | null => {
  const own = stageIn(to, stage.key);
  const mapped = mapping.find(({ from }) => from === stage.key);
  const home = own ?? (mapped && stageIn(to, mapped.to));
  return home === undefined || (home !== own && isLater(home, stage)) ? null : home;
};

/**
 * What is wrong with a mapping of stages, every problem at once, each INVALID with its path below `path`: a stage that no
 * older version has, one that the newer version does not have, one that is mapped twice, one that the newer version has
 * itself (those in it stay there), and a way to a later category than the stage was ever of.
 */
export const checkStageMapping = (
  mapping: readonly StageMapping[],
  to: WorkflowTemplate,
  older: readonly WorkflowTemplate[],
  path: readonly string[],
): readonly Refusal[] =>
  mapping.flatMap((entry, index) => {
    const at = (name: keyof StageMapping, message: string): Refusal => invalid([...path, String(index), name], message);
    const version = `Version ${to.version} of ${to.key}`;
    const froms = older.flatMap((template) => stageIn(template, entry.from) ?? []);
    const target = stageIn(to, entry.to);
    return [
      ...(froms.length === 0 ? [at('from', `No older version of ${to.key} has a stage ${entry.from}.`)] : []),
      ...(mapping.findIndex(({ from }) => from === entry.from) < index
        ? [at('from', `The stage ${entry.from} is mapped more than once; name one stage it becomes.`)]
        : []),
      ...(stageIn(to, entry.from)
        ? [at('from', `${version} has the stage ${entry.from} itself, and who stands in it stays there.`)]
        : []),
      ...(target === undefined
        ? [at('to', `${version} has no stage ${entry.to}; it has ${to.stages.map(({ key }) => key).join(', ')}.`)]
        : []),
      ...(target !== undefined && froms.length > 0 && froms.every((from) => isLater(target, from))
        ? [
            at(
              'to',
              `${entry.to} is of category ${target.category}, and ${entry.from} of an earlier one: a move to another version passes no gate.`,
            ),
          ]
        : []),
    ];
  });
