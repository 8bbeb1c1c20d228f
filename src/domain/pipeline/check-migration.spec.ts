import { describe, expect, it } from '@jest/globals';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import { INITIATIVE_STATUSES } from '../initiatives/initiative.js';
import { MIGRATING_STATUSES, unlessMigratable } from './check-migration.js';

const three = aVersion(3, [aStage('idea', 'INTAKE'), aStage('poc', 'POC')]);
const four = aVersion(4, [aStage('idea', 'INTAKE'), aStage('proof', 'POC')]);
const field = ['input', 'initiativeIds', '0'];

const refusals = (
  other: Partial<Parameters<typeof unlessMigratable>[0]>,
  status: Parameters<typeof unlessMigratable>[1] = 'ACTIVE',
) =>
  unlessMigratable(
    {
      initiative: { key: 'AI-7', stageKey: 'idea' },
      from: three,
      to: four,
      mapping: [],
      openReviewGateKey: null,
      ...other,
    },
    status,
    field,
  );

describe('an initiative that is named for a move to another version', () => {
  it('can be moved while it is ACTIVE or ON_HOLD, and stays where it ended', () => {
    for (const status of INITIATIVE_STATUSES) {
      expect(refusals({}, status)).toEqual(
        (MIGRATING_STATUSES as readonly string[]).includes(status)
          ? []
          : [{ code: 'WRONG_STATE', field, message: `AI-7 is ${status} and stays on version 3.` }],
      );
    }
    expect(MIGRATING_STATUSES).toEqual(['ACTIVE', 'ON_HOLD']);
  });

  it('moves to a newer version of the template it follows, and to nothing else', () => {
    expect(refusals({ from: aVersion(2, three.stages, 'other') })).toEqual([
      { code: 'WRONG_STATE', field, message: 'AI-7 follows the template other, not flow.' },
    ]);
    for (const version of [3, 2]) {
      expect(refusals({ to: aVersion(version, four.stages) })).toEqual([
        {
          code: 'INVALID',
          field: ['input', 'toVersion'],
          message: `AI-7 is on version 3, and version ${version} is not newer.`,
        },
      ]);
    }
  });

  it('is refused with every reason at once', () => {
    expect(
      refusals({ initiative: { key: 'AI-7', stageKey: 'poc' }, openReviewGateKey: 'g2' }, 'KILLED').map(
        ({ code, message }) => [code, message],
      ),
    ).toEqual([
      ['WRONG_STATE', 'AI-7 is KILLED and stays on version 3.'],
      [
        'WRONG_STATE',
        'AI-7 stands in poc, which has no home in version 4; map it to a stage of the same category or an earlier one.',
      ],
      ['WRONG_STATE', 'A review of AI-7 is open at gate g2; it moves once that is decided or called off.'],
    ]);
  });
});
