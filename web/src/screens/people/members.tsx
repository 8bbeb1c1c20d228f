import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MembershipFragment } from '../../api/generated/graphql';
import { Listing } from '../../parts/listing';
import rows from '../../parts/rows.module.css';
import { ROLE } from '../../words/labels';
import { AddMember } from './add-member';
import { RolesOf } from './roles-of';

interface Props {
  readonly portfolioKey: string;
  readonly members: readonly MembershipFragment[];
  readonly isAdmin: boolean;
  readonly isInstanceAdmin: boolean;
}

/** The members with their roles; whoever may not set them reads who can. */
export const Members = ({ portfolioKey, members, isAdmin, isInstanceAdmin }: Props) => {
  const [edited, setEdited] = useState<MembershipFragment | null>(null);
  const [adds, setAdds] = useState(false);
  const admins = members.filter(({ roles }) => roles.includes('ADMIN')).map(({ user }) => user.name);
  const whoCan =
    admins.length === 0
      ? 'Only an instance admin can change roles: the portfolio has no admin of its own.'
      : `Only an admin of the portfolio can change roles: ${admins.join(', ')}.`;
  return (
    <>
      <Listing
        title="Members"
        count={members.length}
        about={isAdmin ? 'Instance admins act here without being members.' : whoCan}
        empty="Nobody is a member yet. Add somebody who is to work here."
        tools={
          isAdmin && (
            <Button
              size="xs"
              onClick={() => {
                setAdds(true);
              }}
            >
              Add a member
            </Button>
          )
        }
      >
        {members.map((member) => (
          <li key={member.user.id} className={rows.row}>
            <div className={rows.main}>
              <strong>{member.user.name}</strong>{' '}
              <span className="quiet" style={{ display: 'inline-block' }}>
                {member.user.email}
              </span>
              <div>{member.roles.map((role) => ROLE[role]).join(', ')}</div>
            </div>
            {isAdmin && (
              <div className={rows.side}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Change roles of ${member.user.name}`}
                  onClick={() => {
                    setEdited(member);
                  }}
                >
                  Change roles
                </Button>
              </div>
            )}
          </li>
        ))}
      </Listing>
      {edited && (
        <RolesOf
          portfolioKey={portfolioKey}
          user={edited.user}
          held={edited.roles}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
      {adds && (
        <AddMember
          isInstanceAdmin={isInstanceAdmin}
          members={members.map(({ user }) => user.id)}
          onClose={() => {
            setAdds(false);
          }}
          onChosen={(user) => {
            setAdds(false);
            setEdited({ user, roles: [] });
          }}
        />
      )}
    </>
  );
};
