import { useState } from 'react';
import { graphql } from '../../api/generated';
import type { OfCommentFragment } from '../../api/generated/graphql';
import { useCommand } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { MayDo } from '../../parts/may';
import { agoOf } from '../../words/format';
import classes from './initiative.module.css';
import { EDIT_COMMENT, Write } from './write-comment';

graphql(`
  fragment OfComment on Comment {
    id
    text
    version
    postedAt
    editedAt
    deletedAt
    author {
      id
      name
    }
  }
`);

const DELETE = graphql(`
  mutation DeleteComment($id: ID!) {
    commentDelete(id: $id) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** What somebody said, which they alone may edit or delete. */
export const OneComment = ({ of, viewerId }: { of: OfCommentFragment; viewerId: string }) => {
  const [edits, setEdits] = useState(false);
  const edit = useCommand(EDIT_COMMENT);
  const remove = useCommand(DELETE);
  const isMine = of.author.id === viewerId && of.deletedAt === null;
  return (
    <Anchored id={of.id}>
      <div className={`quiet ${classes.small}`}>
        <strong>{of.author.name}</strong> {agoOf(of.postedAt)}
        {of.editedAt !== null && ', edited'}
      </div>
      {edits ? (
        <Write
          may={{ allowed: true }}
          label="Edit the comment"
          initial={of.text ?? ''}
          run={async (text) => {
            const { commentEdit } = await edit.mutateAsync({ id: of.id, input: { text, expectedVersion: of.version } });
            if (commentEdit.userErrors.length === 0) {
              setEdits(false);
            }
            return commentEdit;
          }}
        />
      ) : (
        <div className={classes.quote}>{of.text ?? <span className="quiet">This comment was deleted.</span>}</div>
      )}
      {isMine && !edits && (
        <div className={classes.actions}>
          <MayDo
            may={{ allowed: true }}
            size="compact-xs"
            onClick={() => {
              setEdits(true);
            }}
          >
            Edit
          </MayDo>
          <MayDo may={{ allowed: true }} size="compact-xs" onClick={() => void remove.mutateAsync({ id: of.id })}>
            Delete
          </MayDo>
        </div>
      )}
    </Anchored>
  );
};
