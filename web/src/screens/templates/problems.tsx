import { Alert } from '@mantine/core';
import type { UserError } from '../../api/queries';
import { Refusals } from '../../parts/refusals';
import { isOfTheWhole } from './errors';

/** How much has to be mended: "One thing is to be mended". */
export const toMend = ({ length }: readonly UserError[]): string =>
  `${length === 1 ? 'One thing is' : `${String(length)} things are`} to be mended`;

/** How much keeps a draft from being published, and what of it belongs to no field; nothing where all is well. */
export const Problems = ({ of: errors, failures }: { of: readonly UserError[]; failures: readonly UserError[] }) => (
  <>
    <div role="status">
      {errors.length > 0 && (
        <Alert color="yellow" variant="light" title="Not to be published yet">
          {toMend(errors)}. Each is told at its field; stages and criteria that have one are open.
        </Alert>
      )}
    </div>
    <Refusals of={[...errors.filter(isOfTheWhole), ...failures]} />
  </>
);
