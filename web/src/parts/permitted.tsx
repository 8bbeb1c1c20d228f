import { Text } from '@mantine/core';

interface Permission {
  readonly allowed: boolean;
  readonly reason?: string | null;
  readonly whoCan?: readonly { readonly id: string; readonly name: string }[];
}

/** Why somebody may not, and who can; nothing where they may. */
export const WhyNot = ({ of }: { of: Permission }) =>
  of.allowed ? null : (
    <Text size="sm" className="quiet" component="span">
      {of.reason ?? 'You may not do this.'}
      {of.whoCan !== undefined && of.whoCan.length > 0 && ` Who can: ${of.whoCan.map(({ name }) => name).join(', ')}.`}
    </Text>
  );
