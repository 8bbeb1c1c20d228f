import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../api/generated/schema';
import { useCommand } from '../../api/queries';
import { failuresOf } from '../../parts/confirm';
import { Refusals } from '../../parts/refusals';
import { ROLE } from '../../words/labels';
import { SET_MEMBER } from './queries';

/** The roles in the order in which people are asked about them, and what each lets one do. */
const ROLES: readonly (readonly [Role, string])[] = [
  ['PROGRAM_MANAGER', 'Creates initiatives, hands in evidence, requests reviews, closes conditions, records effort.'],
  ['GATEKEEPER', 'Votes and decides at gates; decides waivers.'],
  ['EVIDENCE_REVIEWER', 'Accepts or returns evidence.'],
  ['PROCESS_DESIGNER', 'Publishes templates, allocation schemes and classification rules.'],
  ['REVIEWER', 'Reads everything in the portfolio, and comments.'],
  ['ADMIN', 'Everything in the portfolio, members and integrations included; neither reviews evidence nor votes.'],
  ['INTEGRATION', 'A machine: records effort, measurements, signals, tickets and external checks.'],
];
const isRole = (text: string): text is Role => ROLES.some(([role]) => role === text);

interface Props {
  readonly portfolioKey: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly held: readonly Role[];
  readonly onClose: () => void;
}

/** Gives somebody exactly the roles that are ticked; none at all ends the membership. */
export const RolesOf = ({ portfolioKey, user, held, onClose }: Props) => {
  const [roles, setRoles] = useState<readonly Role[]>(held);
  const set = useCommand(SET_MEMBER);
  const leaves = held.length > 0 && roles.length === 0;
  const save = (): void => {
    set.mutate(
      { portfolioKey, input: { userId: user.id, roles: [...roles] } },
      {
        onSuccess: ({ portfolioMemberSet }) => {
          if (portfolioMemberSet.userErrors.length === 0) {
            onClose();
          }
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={`Roles of ${user.name}`}>
      <Stack>
        <Checkbox.Group
          label="May act as"
          value={[...roles]}
          onChange={(chosen) => {
            setRoles(chosen.filter(isRole));
          }}
        >
          <Stack gap="xs" mt="xs">
            {ROLES.map(([role, does]) => (
              <Checkbox key={role} value={role} label={ROLE[role]} description={does} />
            ))}
          </Stack>
        </Checkbox.Group>
        {leaves && (
          <Alert color="yellow" variant="light">
            Without any role {user.name} is no member any more and cannot see the portfolio. What they did stays.
          </Alert>
        )}
        <Refusals of={[...(set.data?.portfolioMemberSet.userErrors ?? []), ...failuresOf(set.error)]} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={held.length === 0 && roles.length === 0}
            {...(leaves ? { color: 'red' } : {})}
            loading={set.isPending}
            onClick={save}
          >
            {leaves ? 'End the membership' : 'Save roles'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
